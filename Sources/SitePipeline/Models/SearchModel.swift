import Templating

/// All that can be found in a course.
struct SearchModel: TemplateModel {
  struct Part: TemplateModel {
    var title: String
    /// Each as `parts/search-entry` shows it.
    var pages: String

    static let fields: [TemplateField<Part>] = [
      .text("title", \.title), .html("pagesHtml", \.pages),
    ]
  }

  struct Page: TemplateModel {
    var title: String
    var href: String
    var sections: LinksModel?

    static let fields: [TemplateField<Page>] = [
      .text("title", \.title), .text("href", \.href), .object("sections", \.sections),
    ]
  }

  struct Tag: TemplateModel {
    var id: String
    var title: String
    var pages: LinksModel?

    static let fields: [TemplateField<Tag>] = [
      .text("id", \.id), .text("title", \.title), .object("pages", \.pages),
    ]
  }

  var parts: [Part]
  var terms: LinksModel?
  var tags: [Tag]

  static let fields: [TemplateField<SearchModel>] = [
    .list("parts", \.parts), .object("terms", \.terms), .list("tags", \.tags),
    .flag("hasTags") { !$0.tags.isEmpty },
  ]
}
