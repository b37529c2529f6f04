import Diagnostics
import Markup

/// What the rest of the course needs to know of a lesson: all but its text.
struct LessonOutline: Hashable, Sendable {
  /// Something on the page that others can point at, in the order it stands there.
  enum Entry: Hashable, Sendable {
    case anchor(String)
    case label(LabelKind, id: String, title: String, Span)
    /// A block that runs; its figures take their numbers here.
    case block
    case check(Check)
  }

  struct Check: Hashable, Sendable {
    var id: String
    var title: String
    /// Of question and choices; progress made with another wording does not count.
    var hash: String
    var span: Span
  }

  /// A link to another file of the course.
  struct Link: Hashable, Sendable {
    /// The file's path in the content folder.
    var file: String
    /// What stands behind `#`; nil for the page as a whole.
    var anchor: String?
  }

  struct Section: Hashable, Sendable {
    var id: String
    var title: String
  }

  var frontMatter: FrontMatter
  var plainTitle: String
  var entries: [Entry] = []
  /// The page's own headings of level 2.
  var sections: [Section] = []
  var links: [Link] = []
  var firstFormula: Span?
  var hasLive = false
  /// Whether it has blocks that run or expressions over their values.
  var runs = false
  /// Whether parts of its text stand in other files.
  var includesOthers = false

  /// The ids that a link to the page can end with, but for those of its figures.
  var anchors: [String] {
    ["main"]
      + entries.compactMap { entry in
        switch entry {
        case .anchor(let id), .label(_, let id, _, _): id
        case .block, .check: nil
        }
      }
  }

  var checks: [Check] {
    entries.compactMap { entry in
      if case .check(let check) = entry { check } else { nil }
    }
  }
}
