import Markup

extension PageRenderer {
  func html(_ live: Live) -> String {
    fill(
      "live",
      LiveModel(
        id: live.id, title: live.title ?? site.word("live"),
        script: SitePath(site.assets.liveScript.path).link(from: page),
        program: SitePath(site.assets.liveProgram.path).link(from: page), body: html(live.blocks),
        cells: Live.Cell.allCases.map { cell in
          LiveModel.Choice(value: cell.rawValue, title: cell.title, isChosen: cell == live.cell)
        },
        sequences: Live.Sequence.allCases.map { sequence in
          LiveModel.Choice(
            value: sequence.rawValue, title: site.word(sequence.word),
            isChosen: sequence == live.sequence)
        },
        steps: LiveModel.Scale(scale: live.steps), radius: LiveModel.Scale(scale: live.radius),
        forgetBias: LiveModel.Scale(scale: live.forgetBias),
        hasForgetBias: live.cell == .lstm))
  }
}

extension Live.Cell {
  /// The name of the layer, which is the same in every language.
  fileprivate var title: String {
    switch self {
    case .simpleRNN: "SimpleRNN"
    case .lstm: "LSTM"
    case .gru: "GRU"
    }
  }
}

extension Live.Sequence {
  /// The key of its name among the interface's words.
  fileprivate var word: String {
    switch self {
    case .noise: "liveNoise"
    case .pulse: "livePulse"
    case .wave: "liveWave"
    case .square: "liveSquare"
    }
  }
}

extension Course {
  /// Whether a page has a live figure, and the site so needs what runs it.
  var hasLive: Bool { lessons.contains(where: \.outline.hasLive) }
}
