import Templating

/// A page of the site by its title and address, relative to the page that shows it.
struct LinkModel: TemplateModel {
  var title: String
  var href: String
  var isLast = false

  static let fields: [TemplateField<LinkModel>] = [
    .text("title", \.title), .text("href", \.href), .flag("last", \.isLast),
  ]
}

/// Several links in a row; absent when there are none.
struct LinksModel: TemplateModel {
  var links: [LinkModel]

  /// Nil for no links; marks the last one.
  init?(_ links: [LinkModel]) {
    guard let last = links.indices.last else { return nil }
    self.links = links
    self.links[last].isLast = true
  }

  static let fields: [TemplateField<LinksModel>] = [.list("links", \.links)]
}

/// The body of the page for a missing address.
struct NotFoundModel: TemplateModel {
  var pages: [LinkModel]

  static let fields: [TemplateField<NotFoundModel>] = [.list("pages", \.pages)]
}

/// A check that a lesson asks for.
struct RequirementModel: TemplateModel {
  var id: String
  /// Of the question and its choices: when it changes, the check has to be mastered again.
  var hash: String
  var title: String
  var href: String
  var isLast = false

  static let fields: [TemplateField<RequirementModel>] = [
    .text("id", \.id), .text("hash", \.hash), .text("title", \.title), .text("href", \.href),
    .flag("last", \.isLast),
  ]
}

struct RequirementListModel: TemplateModel {
  var list: [RequirementModel]

  init?(_ list: [RequirementModel]) {
    guard let last = list.indices.last else { return nil }
    self.list = list
    self.list[last].isLast = true
  }

  static let fields: [TemplateField<RequirementListModel>] = [.list("list", \.list)]
}

/// One text in a list of objects.
struct TextModel: TemplateModel {
  var text: String
  var isLast = false

  static let fields: [TemplateField<TextModel>] = [
    .text("text", \.text), .flag("last", \.isLast),
  ]
}
