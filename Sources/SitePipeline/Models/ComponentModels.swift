import Templating

struct QuizModel: TemplateModel {
  struct Choice: TemplateModel {
    var id: String
    var html: String
    var feedback: String
    var isRight: Bool

    static let fields: [TemplateField<Choice>] = [
      .text("id", \.id), .html("html", \.html), .html("feedbackHtml", \.feedback),
      .flag("isRight", \.isRight),
    ]
  }

  var id: String
  var hash: String
  var level: Int
  var title: String
  var question: String
  var context: String?
  var isMultiple: Bool
  var choices: [Choice]
  var hint: String?
  var solution: String?

  static let fields: [TemplateField<QuizModel>] = [
    .text("id", \.id), .text("hash", \.hash), .text("level") { String($0.level) },
    .text("title", \.title), .html("questionHtml", \.question), .html("contextHtml", \.context),
    .text("name", \.id), .flag("isMultiple", \.isMultiple), .list("choices", \.choices),
    .html("hintHtml", \.hint),
    .html("solutionHtml", \.solution),
  ]
}

struct StepsModel: TemplateModel {
  struct Stage: TemplateModel {
    var number: Int
    var anchor: String
    var title: String
    var status: String
    var body: String

    static let fields: [TemplateField<Stage>] = [
      .text("number") { String($0.number) }, .text("anchor", \.anchor), .text("title", \.title),
      .text("status", \.status), .html("bodyHtml", \.body), .flag("isFirst") { $0.number == 1 },
    ]
  }

  var id: String
  var level: Int
  var title: String
  var introduction: String?
  var stages: [Stage]

  static let fields: [TemplateField<StepsModel>] = [
    .text("id", \.id), .text("level") { String($0.level) }, .text("title", \.title),
    .html("introHtml", \.introduction), .text("count") { String($0.stages.count) },
    .text("name") { "\($0.id)-stage" },
    .list("stages", \.stages),
  ]
}

struct ChecklistModel: TemplateModel {
  struct Item: TemplateModel {
    var id: String
    var html: String
    var detail: String?

    static let fields: [TemplateField<Item>] = [
      .text("id", \.id), .html("html", \.html), .html("detailHtml", \.detail),
    ]
  }

  var id: String
  var level: Int
  var title: String
  var isOpen: Bool
  var introduction: String?
  var items: [Item]

  static let fields: [TemplateField<ChecklistModel>] = [
    .text("id", \.id), .text("level") { String($0.level) }, .text("title", \.title),
    .flag("isOpen", \.isOpen), .html("introHtml", \.introduction), .list("items", \.items),
  ]
}

struct DetailsModel: TemplateModel {
  var id: String?
  var kind: String
  var title: String
  var body: String

  static let fields: [TemplateField<DetailsModel>] = [
    .text("id", \.id), .text("kind", \.kind), .html("titleHtml", \.title),
    .html("bodyHtml", \.body), .flag("isOpen") { _ in false },
  ]
}

struct TabsModel: TemplateModel {
  struct Item: TemplateModel {
    var number: Int
    var title: String
    var body: String

    static let fields: [TemplateField<Item>] = [
      .text("number") { String($0.number) }, .text("title", \.title), .html("bodyHtml", \.body),
      .flag("isFirst") { $0.number == 1 },
    ]
  }

  var id: String
  var label: String
  var items: [Item]

  static let fields: [TemplateField<TabsModel>] = [
    .text("id", \.id), .text("label", \.label), .list("items", \.items),
  ]
}

struct AdmonitionModel: TemplateModel {
  var id: String?
  var kind: String
  var title: String
  var body: String

  static let fields: [TemplateField<AdmonitionModel>] = [
    .text("id", \.id), .text("kind", \.kind), .html("titleHtml", \.title),
    .html("bodyHtml", \.body),
  ]
}

struct CodeModel: TemplateModel {
  var id: String?
  var title: String?
  var language: String?
  var html: String
  var label: String
  var isFolded = false

  static let fields: [TemplateField<CodeModel>] = [
    .text("id", \.id), .text("title", \.title), .text("language", \.language),
    .html("html", \.html), .text("label", \.label), .flag("isFolded", \.isFolded),
    .flag("hasCopy") { _ in true },
  ]
}

/// What a block printed, or the error that it was there to show.
struct OutputModel: TemplateModel {
  var text: String
  var label: String

  static let fields: [TemplateField<OutputModel>] = [
    .text("text", \.text), .text("label", \.label),
  ]
}

struct TableModel: TemplateModel {
  var id: String?
  var number: Int?
  var caption: String?
  var label: String
  var table: String

  static let fields: [TemplateField<TableModel>] = [
    .text("id", \.id), .text("number") { $0.number.map(String.init) },
    .html("captionHtml", \.caption), .text("label", \.label), .html("tableHtml", \.table),
  ]
}

/// Figures beside each other.
struct FiguresModel: TemplateModel {
  var columns: Int
  var items: String
  var caption: String?

  static let fields: [TemplateField<FiguresModel>] = [
    .text("columns") { String($0.columns) }, .html("itemsHtml", \.items),
    .html("captionHtml", \.caption),
  ]
}

struct EquationModel: TemplateModel {
  var id: String?
  var number: Int?
  var mathML: String
  var label: String

  static let fields: [TemplateField<EquationModel>] = [
    .text("id", \.id), .text("number") { $0.number.map(String.init) },
    .html("mathmlHtml", \.mathML), .text("label", \.label),
  ]
}

struct GlossaryModel: TemplateModel {
  struct Term: TemplateModel {
    var id: String
    var title: String
    var aliases: TextsModel?
    var definition: String
    var usedIn: LinksModel?

    static let fields: [TemplateField<Term>] = [
      .text("id", \.id), .text("title", \.title), .object("aliases", \.aliases),
      .html("definitionHtml", \.definition), .object("usedIn", \.usedIn),
    ]
  }

  var terms: [Term]

  static let fields: [TemplateField<GlossaryModel>] = [.list("terms", \.terms)]
}

struct TextsModel: TemplateModel {
  var list: [TextModel]

  init?(_ texts: [String]) {
    guard !texts.isEmpty else { return nil }
    list = texts.map { TextModel(text: $0) }
    list[list.count - 1].isLast = true
  }

  static let fields: [TemplateField<TextsModel>] = [.list("list", \.list)]
}
