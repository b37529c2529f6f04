/// What is made once for all pages that ask for it.
struct MadeParts: Sendable {
  var frames = Memo<Substring, PageFrameModel>()
  var navigations = Memo<NavigationPlace, SideNavigation>()
  var listings = Memo<Listing, String>()
  var onePageLessons = Memo<Int, OnePageLesson>()

  /// For a build of the whole course: nothing but code looks the same whatever the course is like.
  static func after(_ last: MadeParts?) -> MadeParts {
    MadeParts(listings: Memo(after: last?.listings))
  }

  /// For the same course with other words in some lessons.
  func but(_ changed: Set<Int>) -> MadeParts {
    var parts = self
    parts.onePageLessons = Memo(after: onePageLessons, but: changed)
    return parts
  }
}
