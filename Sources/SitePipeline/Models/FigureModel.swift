import Templating

/// A figure with all that stands below it.
struct FigureModel: TemplateModel {
  /// Two pictures of one size.
  struct Picture: TemplateModel {
    var light: String
    var dark: String
    var width: Int
    var height: Int

    static let fields: [TemplateField<Picture>] = [
      .text("light", \.light), .text("dark", \.dark), .text("width") { String($0.width) },
      .text("height") { String($0.height) },
    ]
  }

  struct Table: TemplateModel {
    var columns: [Cell]
    var rows: [Row]
    var more: Int

    static let fields: [TemplateField<Table>] = [
      .list("columns", \.columns), .list("rows", \.rows),
      .text("more") { $0.more > 0 ? String($0.more) : nil },
    ]
  }

  struct Row: TemplateModel {
    var cells: [Cell]

    static let fields: [TemplateField<Row>] = [.list("cells", \.cells)]
  }

  struct Cell: TemplateModel {
    var text: String
    var isNumber: Bool

    static let fields: [TemplateField<Cell>] = [
      .text("text", \.text), .flag("isNumber", \.isNumber),
    ]
  }

  struct Made: TemplateModel {
    var code: String
    var key: String
    var seed: Int

    static let fields: [TemplateField<Made>] = [
      .html("codeHtml", \.code), .text("key", \.key), .text("seed") { String($0.seed) },
      .text("engine") { _ in "Unroller \(Engine.version)" },
    ]
  }

  var id: String?
  var number: Int?
  var page: Picture
  var phone: Picture
  var alternativeText: String
  var isEager: Bool
  var caption: String?
  var description: String?
  var table: Table?
  var csv: String?
  var made: Made?
  var state: String?

  static let fields: [TemplateField<FigureModel>] = [
    .text("id", \.id), .text("number") { $0.number.map(String.init) },
    .object("picture", \.page), .object("phone", \.phone), .text("alt", \.alternativeText),
    .flag("isEager", \.isEager), .html("captionHtml", \.caption),
    .text("description", \.description), .object("table", \.table), .text("csv", \.csv),
    .object("made", \.made), .html("stateHtml", \.state),
  ]
}
