import Templating

/// All that `page.mustache` shows: the course around a page, and the page.
struct PageModel: TemplateModel {
  var language: String
  var frame: PageFrameModel
  var page: PageBodyModel
  /// As `parts/navigation` shows it.
  var navigation: String
  var breadcrumbs: LinksModel?
  var contents: ContentsModel?
  var previous: LinkModel?
  var next: LinkModel?
  /// Each as `parts/popover` shows it.
  var popovers: String?

  static let fields: [TemplateField<PageModel>] = [
    .text("language", \.language),
    .text("direction") { isRightToLeft($0.language) ? "rtl" : "ltr" },
    .object("site", \.frame.site), .object("page", \.page),
    .object("assets", \.frame.assets),
    .html("navigationHtml", \.navigation), .object("breadcrumbs", \.breadcrumbs),
    .object("contents", \.contents), .object("previous", \.previous), .object("next", \.next),
    .html("popoversHtml", \.popovers),
  ]

  /// The languages whose script runs from right to left (ISO 639).
  private static func isRightToLeft(_ language: String) -> Bool {
    ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ckb", "dv"]
      .contains(String(language.prefix { $0 != "-" }).lowercased())
  }
}

/// What all pages of a folder have in common.
struct PageFrameModel {
  var site: SiteModel
  var assets: AssetsModel
}

struct SiteModel: TemplateModel {
  var id: String
  var title: String
  var tagline: String?
  var href: String
  var notice: String?
  var feed: LinkModel?
  /// The whole course on one page.
  var onePage: LinkModel?
  var offline: OfflineModel?
  var search: LinkModel?
  var repository: LinkModel?

  static let fields: [TemplateField<SiteModel>] = [
    .text("id", \.id), .text("title", \.title), .text("tagline", \.tagline), .text("href", \.href),
    .html("noticeHtml", \.notice), .object("feed", \.feed), .object("search", \.search),
    .object("onePage", \.onePage), .object("offline", \.offline),
    .object("repository", \.repository),
  ]
}

/// Addresses of what keeps the course in a reader's browser.
struct OfflineModel: TemplateModel {
  var manifest: String
  var worker: String
  var script: String

  static let fields: [TemplateField<OfflineModel>] = [
    .text("manifest", \.manifest), .text("worker", \.worker), .text("script", \.script),
  ]
}

struct AssetsModel: TemplateModel {
  var css: String
  var script: String
  var icon: String

  static let fields: [TemplateField<AssetsModel>] = [
    .text("css", \.css), .text("script", \.script), .text("icon", \.icon),
  ]
}

struct PageBodyModel: TemplateModel {
  var kind: String
  var path: String
  var headTitle: String
  var title: String
  var titleHTML: String
  var description: String
  var lead: String?
  var canonical: String?
  var card: CardModel?
  var head: String?
  var layer: LayerNumberModel?
  var gate: GateModel?
  var byline: BylineModel?
  var published: DateModel?
  var updated: DateModel?
  var tags: LinksModel?
  /// Other lessons that link this one.
  var linkedFrom: LinksModel?
  var start: LinkModel?
  var body: String
  var source: LinkModel?
  var markdown: LinkModel?

  static let fields: [TemplateField<PageBodyModel>] = [
    .text("kind", \.kind), .flag("isHome") { $0.kind == "home" },
    .flag("isIndexed") { !["missing", "search", "one-page"].contains($0.kind) },
    .text("path", \.path),
    .text("headTitle", \.headTitle), .text("title", \.title), .html("titleHtml", \.titleHTML),
    .text("description", \.description), .html("leadHtml", \.lead),
    .text("canonical", \.canonical), .object("card", \.card), .html("headHtml", \.head),
    .object("layer", \.layer), .object("gate", \.gate), .object("byline", \.byline),
    .object("published", \.published), .object("updated", \.updated), .object("tags", \.tags),
    .object("linkedFrom", \.linkedFrom),
    .object("start", \.start), .html("bodyHtml", \.body), .object("source", \.source),
    .object("markdown", \.markdown),
  ]
}

struct CardModel: TemplateModel {
  var href: String
  var width: Int
  var height: Int
  var alternativeText: String

  static let fields: [TemplateField<CardModel>] = [
    .text("href", \.href), .text("width") { String($0.width) },
    .text("height") { String($0.height) }, .text("alt", \.alternativeText),
  ]
}

struct LayerNumberModel: TemplateModel {
  var number: Int
  var count: Int

  static let fields: [TemplateField<LayerNumberModel>] = [
    .text("number") { String($0.number) }, .text("count") { String($0.count) },
  ]
}

struct GateModel: TemplateModel {
  var requires: [RequirementModel]

  init?(_ list: RequirementListModel?) {
    guard let list else { return nil }
    requires = list.list
  }

  static let fields: [TemplateField<GateModel>] = [.list("requires", \.requires)]
}

struct BylineModel: TemplateModel {
  struct Author: TemplateModel {
    var name: String
    var role: String?
    var isLast = false

    static let fields: [TemplateField<Author>] = [
      .text("name", \.name), .text("role", \.role), .text("href") { _ in nil },
      .flag("last", \.isLast),
    ]
  }

  var authors: [Author]

  init?(_ authors: [Author]) {
    guard let last = authors.indices.last else { return nil }
    self.authors = authors
    self.authors[last].isLast = true
  }

  static let fields: [TemplateField<BylineModel>] = [.list("authors", \.authors)]
}

struct DateModel: TemplateModel {
  var iso: String

  static let fields: [TemplateField<DateModel>] = [.text("iso", \.iso), .text("text", \.iso)]
}

struct ContentsModel: TemplateModel {
  struct Section: TemplateModel {
    var titleHTML: String
    var href: String
    var sections: [Subsection]

    static let fields: [TemplateField<Section>] = [
      .html("titleHtml", \.titleHTML), .text("href", \.href), .list("sections", \.sections),
    ]
  }

  struct Subsection: TemplateModel {
    var titleHTML: String
    var href: String

    static let fields: [TemplateField<Subsection>] = [
      .html("titleHtml", \.titleHTML), .text("href", \.href),
    ]
  }

  /// Each as `parts/contents-section` shows it.
  var sections: String
  /// Whether there are more entries than a screen has room for.
  var isLong: Bool

  static let fields: [TemplateField<ContentsModel>] = [
    .html("sectionsHtml", \.sections), .flag("isLong", \.isLong),
  ]
}

/// A glossary entry that opens beside its word.
struct TermModel: TemplateModel {
  var id: String
  var title: String
  var definition: String
  var href: String

  static let fields: [TemplateField<TermModel>] = [
    .text("id", \.id), .text("title", \.title), .html("definitionHtml", \.definition),
    .text("href", \.href),
  ]
}

/// A page that leads on to another.
struct RedirectModel: TemplateModel {
  var language: String
  var title: String
  var href: String
  var canonical: String?

  static let fields: [TemplateField<RedirectModel>] = [
    .text("language", \.language), .text("title", \.title), .text("href", \.href),
    .text("canonical", \.canonical),
  ]
}
