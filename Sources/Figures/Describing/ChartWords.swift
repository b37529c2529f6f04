/// A chart in words: the facts once, then as many of them as there is room for.
struct ChartWords: Sendable {
  private let chart: Chart
  private let data: ChartData
  private let isLog: Bool

  init(_ chart: Chart) {
    self.chart = chart
    data = ChartData(chart.marks, xScale: chart.xAxis.scale)
    isLog = chart.yAxis.scale == .log
  }

  // MARK: - Facts

  private var kind: String {
    let kinds = Set(data.layers.map(\.kind))
    if kinds.isEmpty { return "Chart" }
    if kinds.isSubset(of: [.line, .band]) { return "Line chart" }
    if kinds == [.bar] {
      return data.layers.contains { $0.base != nil } ? "Stacked bar chart" : "Bar chart"
    }
    if kinds == [.point] { return "Scatter plot" }
    if kinds.isSubset(of: [.area, .line]) { return "Area chart" }
    return kinds.contains(.line) ? "Line chart" : "Chart"
  }

  private var xName: String? { chart.xAxis.title.map { RichText($0).plain } }
  private var yName: String? { chart.yAxis.title.map { RichText($0).plain } }
  private var titleText: String? { chart.title.map { RichText($0).plain } }

  private var subject: String {
    switch (yName, xName) {
    case (let y?, let x?): " of \(y) over \(x)"
    case (let y?, nil): " of \(y)"
    case (nil, let x?): " over \(x)"
    case (nil, nil): titleText.map { ", “\($0)”" } ?? ""
    }
  }

  /// One course per series, from the mark that shows it best.
  private var courses: [(name: String?, kind: ChartData.Layer.Kind, course: Course)] {
    data.series.indices.compactMap { index in
      let layers = data.layers.filter { $0.series == index }
      guard let layer = layers.first(where: { $0.kind != .band }) ?? layers.first else {
        return nil
      }
      let label = data.series[index].label.map { RichText($0).plain }
      // A band has no course of its own beside a line.
      if layer.kind == .band, data.layers.contains(where: { $0.kind != .band }) { return nil }
      return (label, layer.kind, Course(x: layer.x, y: layer.y, isLog: isLog))
    }
  }

  private var thresholds: [Double] {
    data.rules.compactMap { if case .y(let value) = $0.place { value } else { nil } }
  }

  private func position(_ x: Double) -> String {
    guard let index = Int(exactly: x), data.names.indices.contains(index) else {
      return NumberText.brief(x)
    }
    return data.names[index]
  }

  private func words(_ name: String?, _ kind: ChartData.Layer.Kind, _ course: Course) -> String {
    let subject = name.map { $0 + " " } ?? ""
    if kind == .bar, course.y.count > 1, !data.names.isEmpty {
      func place(_ index: Int) -> String {
        "\(position(course.x[index])) (\(NumberText.brief(course.y[index])))"
      }
      return "\(subject)highest for \(place(course.highest)), lowest for \(place(course.lowest))"
    }
    return subject + course.words
  }

  private func passings(_ course: Course) -> [String] {
    thresholds.compactMap { threshold in
      course.passing(threshold).map { passing in
        "first \(passing.isDown ? "below" : "above") \(NumberText.brief(threshold)) at "
          + position(passing.x)
      }
    }
  }

  // MARK: - Texts

  /// What is shown and between which numbers, without the courses of the series.
  var summary: String {
    let values = courses.contains { !$0.course.isEmpty }
    return kind + subject + (values ? ", between \(extremes(courses))." : ", without values.")
  }

  /// The most telling of several texts that is not too long.
  var alternativeText: String {
    let courses = courses
    if courses.allSatisfy(\.course.isEmpty) {
      return cut("\(kind)\(subject) without values.")
    }
    let full = courses.map { words($0.name, $0.kind, $0.course) }
    let passing = zip(full, courses).map { words, series in
      ([words] + passings(series.course)).joined(separator: ", ")
    }
    let short = courses.map { ($0.name.map { $0 + " " } ?? "") + $0.course.shortWords }
    let shortPassing = zip(short, courses).map { words, series in
      ([words] + passings(series.course)).joined(separator: ", ")
    }
    let range = "\(courses.count) series between \(extremes(courses))"
    let texts = [
      kind + subject + ": " + passing.joined(separator: "; "),
      kind + ": " + passing.joined(separator: "; "),
      kind + subject + ": " + shortPassing.joined(separator: "; "),
      kind + subject + ": " + full.joined(separator: "; "),
      kind + ": " + full.joined(separator: "; "),
      kind + subject + ": " + short.joined(separator: "; "),
      kind + subject + ": " + range,
      kind + ": " + range,
    ].map { $0 + "." }
    return texts.first { $0.count <= Self.limit } ?? cut(texts[texts.count - 1])
  }

  /// What a screen reader reads in one breath; longer texts belong into the description.
  static let limit = 150

  /// More series than this are described together; their numbers are in the table.
  private static let mostSeries = 8

  private func cut(_ text: String) -> String {
    text.count <= Self.limit ? text : text.prefix(Self.limit - 1) + "…"
  }

  private func extremes(
    _ courses: [(name: String?, kind: ChartData.Layer.Kind, course: Course)]
  ) -> String {
    var extent = Extent()
    for value in courses.flatMap(\.course.y) { extent.meet(value) }
    return "\(NumberText.brief(extent.low)) and \(NumberText.brief(extent.high))"
  }

  /// Everything, in sentences.
  var longDescription: String {
    var sentences = [kind + subject]
    if let title = titleText { sentences[0] += subject.contains(title) ? "" : ", “\(title)”" }
    if isLog { sentences.append("The vertical axis is logarithmic") }
    let courses = courses
    if courses.count > Self.mostSeries {
      sentences.append("\(courses.count) series lie between \(extremes(courses))")
    } else {
      for (name, kind, course) in courses { sentences.append(sentence(name, kind, course)) }
    }
    sentences += crossingSentences(courses)
    for note in data.notes {
      sentences.append(
        "At \(NumberText.brief(note.x)): “\(RichText(note.text).plain)”")
    }
    let isLogX = chart.xAxis.scale == .log && data.names.isEmpty
    let unshown = data.unshown(isLogX: isLogX, isLogY: isLog)
    if let text = unshown.sentence { sentences.append(text) }
    return sentences.map(\.asSentence).joined(separator: " ")
  }

  private func sentence(
    _ name: String?, _ kind: ChartData.Layer.Kind, _ course: Course
  ) -> String {
    let subject = name ?? "It"
    guard !course.isEmpty else { return "\(subject) has no values that can be shown" }
    if course.y.count == 1 {
      return "\(subject) is \(NumberText.brief(course.y[0])) at \(position(course.x[0]))"
    }
    if kind == .bar, !data.names.isEmpty { return words(name ?? "It is", kind, course) }
    var text = "\(subject) \(course.words) over \(course.y.count) values"
    text += "; its lowest is \(NumberText.brief(course.y[course.lowest])) at "
    text += "\(position(course.x[course.lowest])), its highest "
    text += "\(NumberText.brief(course.y[course.highest])) at \(position(course.x[course.highest]))"
    for passing in passings(course) { text += "; it is \(passing)" }
    return text
  }

  private func crossingSentences(
    _ courses: [(name: String?, kind: ChartData.Layer.Kind, course: Course)]
  ) -> [String] {
    var sentences: [String] = []
    // Beyond a handful of series, pairs are more than a reader wants to hear.
    guard courses.count <= 4 else { return [] }
    for (index, first) in courses.enumerated() {
      for second in courses.dropFirst(index + 1) {
        guard let left = first.name, let right = second.name else { continue }
        let places = first.course.crossings(with: second.course)
        if places.count == 1 {
          sentences.append("\(left) and \(right) cross at \(position(places[0]))")
        } else if places.count > 1 {
          sentences.append(
            "\(left) and \(right) cross \(places.count) times, first at \(position(places[0]))")
        }
      }
    }
    return sentences
  }
}

extension String {
  /// Ended by a full stop.
  fileprivate var asSentence: String { hasSuffix("”") || !hasSuffix(".") ? self + "." : self }
}
