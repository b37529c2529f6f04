import Templating

/// What stands beside a page: the course's parts, their pages as they were rendered.
struct SideNavigationModel: TemplateModel {
  struct Part: TemplateModel {
    var title: String
    var pages: String

    static let fields: [TemplateField<Part>] = [
      .text("title", \.title), .html("pagesHtml", \.pages),
    ]
  }

  var parts: [Part]

  static let fields: [TemplateField<SideNavigationModel>] = [.list("parts", \.parts)]
}

/// The course's parts and their pages, as the page at hand sees them.
struct NavigationModel: TemplateModel {
  struct Part: TemplateModel {
    var title: String
    var level = 2
    var pages: [Page]

    static let fields: [TemplateField<Part>] = [
      .text("title", \.title), .text("level") { String($0.level) }, .list("pages", \.pages),
    ]
  }

  struct Page: TemplateModel {
    var title: String
    var href: String
    var isCurrent: Bool
    var number: Int?
    var description: String?
    var requires: RequirementListModel?

    static let fields: [TemplateField<Page>] = [
      .text("title", \.title), .text("href", \.href), .flag("isCurrent", \.isCurrent),
      .text("number") { $0.number.map(String.init) }, .html("descriptionHtml", \.description),
      .object("requires", \.requires),
    ]
  }

  var parts: [Part]

  static let fields: [TemplateField<NavigationModel>] = [.list("parts", \.parts)]
}

/// The layers that open one after the other.
struct LadderModel: TemplateModel {
  struct Layer: TemplateModel {
    var number: Int
    var title: String
    var href: String
    var summary: String?
    var requires: RequirementListModel?
    var checks: RequirementListModel?

    static let fields: [TemplateField<Layer>] = [
      .text("number") { String($0.number) }, .text("title", \.title), .text("href", \.href),
      .html("summaryHtml", \.summary), .object("requires", \.requires),
      .object("checks", \.checks),
    ]
  }

  var id: String
  var level: Int
  var layers: [Layer]

  static let fields: [TemplateField<LadderModel>] = [
    .text("id", \.id), .text("level") { String($0.level) }, .list("layers", \.layers),
    .text("count") { String($0.layers.count) },
  ]
}

/// The cards of the research hub.
struct EntriesModel: TemplateModel {
  struct Entry: TemplateModel {
    var title: String
    var href: String
    var authors: String
    var summary: String
    var state: String
    var isVerified: Bool
    var figure: EntryFigureModel?

    static let fields: [TemplateField<Entry>] = [
      .text("title", \.title), .text("href", \.href), .text("authors", \.authors),
      .html("summaryHtml", \.summary), .text("state", \.state), .flag("isVerified", \.isVerified),
      .object("figure", \.figure), .object("metrics") { _ in nil as MetricsModel? },
    ]
  }

  var level: Int
  var entries: [Entry]

  static let fields: [TemplateField<EntriesModel>] = [
    .text("level") { String($0.level) }, .list("entries", \.entries),
  ]
}

struct EntryFigureModel: TemplateModel {
  var light: String
  var dark: String
  var width: Int
  var height: Int
  var alternativeText: String

  static let fields: [TemplateField<EntryFigureModel>] = [
    .text("light", \.light), .text("dark", \.dark), .text("width") { String($0.width) },
    .text("height") { String($0.height) }, .text("alt", \.alternativeText),
  ]
}

struct MetricsModel: TemplateModel {
  struct Metric: TemplateModel {
    var name: String
    var value: String

    static let fields: [TemplateField<Metric>] = [
      .text("name", \.name), .text("value", \.value),
    ]
  }

  var list: [Metric]

  static let fields: [TemplateField<MetricsModel>] = [.list("list", \.list)]
}

/// A model without fields of its own.
struct NoFields: TemplateModel {
  static let fields: [TemplateField<NoFields>] = []
}
