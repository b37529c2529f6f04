import SitePipeline
import Testing

@Suite("the lock of figures")
struct FigureLockTests {
  private let old = FigureLock(
    text: """
      # a comment
      fig-a k1 l1 d1 p1 q1
      fig-b k2 l2 d2 p2 q2
      fig-c k3 l3 d3 p3 q3
      fig-gone k4 l4 d4 p4 q4
      """)

  @Test("a lock reads back what it wrote")
  func roundTrip() {
    #expect(FigureLock(text: old.text) == old)
    #expect(old.promises.count == 4)
  }

  @Test("every change is said, figure by figure, with its cause")
  func changes() {
    let new = FigureLock(
      text: "fig-a k1 l1 d1 p1 q1\nfig-b k2 l2 d2 p2 other\nfig-c new l3 d3 p3 q3\n"
        + "fig-d k5 l5 d5 p5 q5\n")
    #expect(
      old.changes(to: new) == [
        "fig-b: the same program draws other pixels here",
        "fig-c: its program, options, fonts or engine changed; the pixels did not",
        "fig-d: is new", "fig-gone: is no longer drawn",
      ])
    #expect(old.changes(to: old) == [])
  }
}
