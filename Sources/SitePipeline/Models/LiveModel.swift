import Markup
import Templating

/// A network that the reader can change, and what stands there until the script runs.
struct LiveModel: TemplateModel {
  struct Choice: TemplateModel {
    var value: String
    var title: String
    var isChosen: Bool

    static let fields: [TemplateField<Choice>] = [
      .text("value", \.value), .text("title", \.title), .flag("isChosen", \.isChosen),
    ]
  }

  struct Scale: TemplateModel {
    var scale: Live.Scale

    static let fields: [TemplateField<Scale>] = [
      .text("low") { brief($0.scale.range.lowerBound) },
      .text("high") { brief($0.scale.range.upperBound) },
      .text("step") { brief($0.scale.step) }, .text("value") { brief($0.scale.value) },
    ]

    /// As the browser writes the number once the reader has moved the control.
    private static func brief(_ number: Double) -> String {
      number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
  }

  var id: String
  var title: String
  /// The address of what draws.
  var script: String
  /// The address of the core as WebAssembly.
  var program: String
  var body: String
  var cells: [Choice]
  var sequences: [Choice]
  var steps: Scale
  var radius: Scale
  var forgetBias: Scale
  /// Whether the network that it begins with has one.
  var hasForgetBias: Bool

  static let fields: [TemplateField<LiveModel>] = [
    .text("id", \.id), .text("title", \.title), .text("script", \.script),
    .text("program", \.program), .html("bodyHtml", \.body), .list("cells", \.cells),
    .list("sequences", \.sequences), .flag("hasForgetBias", \.hasForgetBias),
    .object("steps") { $0.steps }, .object("radius") { $0.radius },
    .object("forgetBias") { $0.forgetBias },
  ]
}
