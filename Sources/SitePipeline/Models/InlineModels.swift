import Templating

struct TermLinkModel: TemplateModel {
  var id: String
  var href: String
  var html: String

  static let fields: [TemplateField<TermLinkModel>] = [
    .text("id", \.id), .text("href", \.href), .html("html", \.html),
  ]
}

struct FootnoteMarkModel: TemplateModel {
  var id: String
  var href: String
  var number: Int

  static let fields: [TemplateField<FootnoteMarkModel>] = [
    .text("id", \.id), .text("href", \.href), .text("number") { String($0.number) },
  ]
}

struct FootnotesModel: TemplateModel {
  struct Item: TemplateModel {
    var id: String
    var number: Int
    var html: String
    var backlinks: [Backlink]

    static let fields: [TemplateField<Item>] = [
      .text("id", \.id), .text("number") { String($0.number) }, .html("html", \.html),
      .list("backlinks", \.backlinks),
    ]
  }

  struct Backlink: TemplateModel {
    var href: String
    var label: String

    static let fields: [TemplateField<Backlink>] = [
      .text("href", \.href), .text("label", \.label),
    ]
  }

  var items: [Item]

  static let fields: [TemplateField<FootnotesModel>] = [.list("items", \.items)]
}

struct ReferenceModel: TemplateModel {
  var href: String
  var text: String
  var tooltip: String?

  static let fields: [TemplateField<ReferenceModel>] = [
    .text("href", \.href), .text("text", \.text), .text("tooltip", \.tooltip),
  ]
}

struct CitationModel: TemplateModel {
  struct Link: TemplateModel {
    var href: String
    var text: String
    var locator: String?
    var isLast = false

    static let fields: [TemplateField<Link>] = [
      .text("href", \.href), .text("text", \.text), .text("locator", \.locator),
      .flag("last", \.isLast),
    ]
  }

  var links: [Link]
  var isByAuthor = false

  static let fields: [TemplateField<CitationModel>] = [
    .list("links", \.links), .flag("isByAuthor", \.isByAuthor),
  ]
}

struct BibliographyModel: TemplateModel {
  struct Entry: TemplateModel {
    var id: String
    var label: String
    var html: String
    var href: String?

    static let fields: [TemplateField<Entry>] = [
      .text("id", \.id), .text("label", \.label), .html("html", \.html), .text("href", \.href),
    ]
  }

  var entries: [Entry]
  var isByAuthor = false

  static let fields: [TemplateField<BibliographyModel>] = [
    .list("entries", \.entries), .flag("isByAuthor", \.isByAuthor),
  ]
}
