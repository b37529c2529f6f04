import Diagnostics

/// Which lesson opens after which check, and what is wrong with that.
///
/// A lesson that requires a check which stands behind that same lesson can never be reached: the
/// checks along a circle are named in the order in which a learner would look for them.
struct UnlockGraph {
  struct Requirement {
    /// The check that has to be mastered, and where the lesson asks for it.
    var check: String
    var span: Span
  }

  /// For each lesson, by its index: the checks that stand on it, and those it asks for.
  var checks: [[String]]
  var requirements: [[Requirement]]

  func problems() -> [Diagnostic] {
    var home: [String: Int] = [:]
    for (lesson, ids) in checks.enumerated() {
      for id in ids where home[id] == nil { home[id] = lesson }
    }
    var diagnostics: [Diagnostic] = []
    for requirement in requirements.joined() where home[requirement.check] == nil {
      diagnostics.append(
        .error(
          "no lesson has the check '\(requirement.check)'", at: requirement.span,
          hint: home.isEmpty
            ? "a check is a '::: quiz {#\(requirement.check)}' on a lesson"
            : choose(requirement.check, among: home.keys.sorted(), named: "checks")))
    }
    return diagnostics + circles(home)
  }

  /// Walks from each lesson to the lessons whose checks it needs; meeting itself is a circle.
  private func circles(_ home: [String: Int]) -> [Diagnostic] {
    enum Mark { case unseen, open, done }
    var marks = [Mark](repeating: .unseen, count: checks.count)
    var trail: [(lesson: Int, check: String)] = []
    var diagnostics: [Diagnostic] = []

    func visit(_ lesson: Int) {
      marks[lesson] = .open
      for requirement in requirements[lesson] {
        guard let next = home[requirement.check] else { continue }
        trail.append((lesson, requirement.check))
        if marks[next] == .open {
          let start = trail.firstIndex { $0.lesson == next } ?? 0
          let names = trail[start...].map { "'\($0.check)'" }.joined(separator: " → ")
          diagnostics.append(
            .error(
              "nobody can open this lesson: its check waits for the lesson itself",
              at: requirement.span, hint: "the circle is \(names)"))
        } else if marks[next] == .unseen {
          visit(next)
        }
        trail.removeLast()
      }
      marks[lesson] = .done
    }

    for lesson in checks.indices where marks[lesson] == .unseen { visit(lesson) }
    return diagnostics
  }
}
