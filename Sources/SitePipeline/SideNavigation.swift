import Markup
import Templating

/// The course beside every page, as a page that it does not link would show it: the same links
/// again and again, so they are made once for all pages of a folder that show the same lessons.
struct SideNavigation: Sendable {
  fileprivate var html: String
  /// Where each lesson's link stands in it.
  fileprivate var links: [Int: Range<String.Index>] = [:]

  fileprivate func replacing(_ lesson: Int, with link: String) -> String {
    guard let place = links[lesson] else { return html }
    return html[..<place.lowerBound] + link + html[place.upperBound...]
  }
}

/// From where a navigation reads the same.
struct NavigationPlace: Hashable {
  var folder: Substring
  /// The part whose lessons are shown; nil where all are.
  var part: Int?
}

extension SiteRenderer {
  /// More links than this beside every page help nobody and make every page larger.
  private static let longestNavigation = 80

  private var hasShortNavigation: Bool { ordered.count <= Self.longestNavigation }

  /// What stands beside a page: the whole course, or in a long one the page's own part and the
  /// first page of each other, as long as those are not too many either.
  func navigation(from number: Int) -> String {
    let page = course.lessons[number]
    let viewpoint = Viewpoint(page: page.path)
    let place = NavigationPlace(
      folder: page.path.folder, part: hasShortNavigation ? nil : page.part)
    let shared = made.navigations.value(for: place) {
      navigation(of: shownLessons(from: page.part), from: viewpoint)
    }
    return shared.replacing(number, with: link(to: page, from: viewpoint, isCurrent: true))
  }

  /// The navigation of a page that is no lesson.
  func navigation(from viewpoint: Viewpoint) -> String {
    navigation(of: shownLessons(from: nil), from: viewpoint).html
  }

  /// The lessons of each part that the navigation of a page in `part` shows.
  func shownLessons(from part: Int?) -> [ArraySlice<Lesson>] {
    let others = part == nil || lessonsOfPart.count <= Self.longestNavigation ? 1 : 0
    return lessonsOfPart.enumerated().map { number, lessons in
      hasShortNavigation || number == part ? lessons : lessons.prefix(others)
    }
  }

  private func navigation(
    of parts: [ArraySlice<Lesson>], from viewpoint: Viewpoint
  ) -> SideNavigation {
    let links = parts.map { $0.map { link(to: $0, from: viewpoint, isCurrent: false) } }
    let model = SideNavigationModel(
      parts: zip(course.settings.parts, links).filter { !$1.isEmpty }.map { part, links in
        SideNavigationModel.Part(title: part.title, pages: links.joined())
      })
    var navigation = SideNavigation(
      html: templates.render("parts/navigation", model, root: viewpoint.root))
    let html = navigation.html.utf8
    var rest = html[...]
    for (lessons, links) in zip(parts, links) {
      // A theme that leaves the links out has none to mark.
      guard var start = place(of: links.joined(), in: rest) else { continue }
      for (lesson, link) in zip(lessons.indices, links) {
        let end = html.index(start, offsetBy: link.utf8.count)
        navigation.links[lesson] = start..<end
        start = end
      }
      rest = html[start...]
    }
    return navigation
  }

  /// Where `text` begins. The standard library's search, which is for any collection, would take
  /// longer than to make the links.
  private func place(of text: String, in html: Substring.UTF8View) -> String.Index? {
    guard let first = text.utf8.first else { return nil }
    var rest = html
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: text.utf8) { return start }
      rest = rest.dropFirst()
    }
    return nil
  }

  private func link(
    to lesson: Lesson, from viewpoint: Viewpoint, isCurrent: Bool
  ) -> String {
    let model = NavigationModel.Page(
      title: lesson.plainTitle, href: viewpoint.href(lesson.path), isCurrent: isCurrent,
      number: lesson.frontMatter.layer, requires: requirements(of: lesson, from: viewpoint))
    return templates.render("parts/navigation-page", model, root: viewpoint.root)
  }
}
