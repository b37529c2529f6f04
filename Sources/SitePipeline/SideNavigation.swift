import Markup
import Synchronization
import Templating

/// The course beside every page: the same links again and again, so each is made once for all pages
/// of a folder.
final class SideNavigation: Sendable {
  /// From every page of a folder a link reads the same.
  private struct Place: Hashable {
    var folder: Substring
    var lesson: Int
  }

  private let made = Mutex<[Place: String]>([:])

  /// One link as `make` renders it, or as it was rendered for another page of that folder.
  func item(_ lesson: Int, from page: SitePath, _ make: () -> String) -> String {
    let place = Place(folder: page.folder, lesson: lesson)
    if let known = made.withLock({ $0[place] }) { return known }
    // Two pages at once may both make it, and come to the same.
    let html = make()
    made.withLock { $0[place] = html }
    return html
  }
}

extension SiteRenderer {
  /// More links than this beside every page help nobody and make every page larger.
  private static let longestNavigation = 80

  /// What stands beside a page: the whole course, or in a long one the page's own part and the
  /// first page of each other.
  func navigation(from lesson: Lesson) -> SideNavigationModel {
    SideNavigationModel(
      parts: shownLessons(from: lesson.part).enumerated().map { number, lessons in
        SideNavigationModel.Part(
          title: course.settings.parts[number].title,
          pages: zip(lessons.indices, lessons).map { index, shown in
            let isCurrent = shown.path == lesson.path
            func make() -> String { item(shown, from: lesson.path, isCurrent: isCurrent) }
            return isCurrent ? make() : side.item(index, from: lesson.path, make)
          }.joined())
      })
  }

  /// The lessons of each part that the navigation of a page in `part` shows.
  func shownLessons(from part: Int?) -> [ArraySlice<Lesson>] {
    let isShort = ordered.count <= Self.longestNavigation
    return lessonsOfPart.enumerated().map { number, lessons in
      isShort || number == part ? lessons : lessons.prefix(1)
    }
  }

  private func item(_ shown: Lesson, from page: SitePath, isCurrent: Bool) -> String {
    let model = NavigationModel.Page(
      title: shown.plainTitle, href: shown.path.link(from: page), isCurrent: isCurrent,
      number: shown.frontMatter.layer, requires: requirements(of: shown, from: page))
    return templates.render("parts/navigation-page", model, root: page.root)
  }
}

extension SitePath {
  /// The path up to its last `/`.
  fileprivate var folder: Substring {
    text.lastIndex(of: "/").map { text[...$0] } ?? ""
  }
}
