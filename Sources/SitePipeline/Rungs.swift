import Diagnostics

/// The ladder's layers: each number is one lesson's, and none below it is missing.
enum Rungs {
  static func problems(of lessons: [Lesson]) -> [Diagnostic] {
    var owners: [Int: String] = [:]
    var diagnostics: [Diagnostic] = []
    let layers = lessons.compactMap { lesson in
      lesson.frontMatter.placedLayer.map { (layer: $0, source: lesson.source) }
    }
    for (layer, source) in layers {
      if let owner = owners[layer.value] {
        diagnostics.append(
          .error(
            "layer \(layer.value) is the one of '\(owner)'", at: layer.span,
            hint: "give one of the two another number"))
      } else {
        owners[layer.value] = source
      }
    }
    for (layer, _) in layers where layer.value > 1 && owners[layer.value - 1] == nil {
      diagnostics.append(
        .warning(
          "no lesson has layer \(layer.value - 1), so the ladder has a gap below this one",
          at: layer.span, hint: "number the lessons from 1, each one above the last"))
    }
    return diagnostics
  }
}
