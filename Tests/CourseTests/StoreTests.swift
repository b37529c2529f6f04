import Foundation
import SitePipeline
import Testing

/// Two blocks that depend on each other, one that does not, and prose between them.
private struct Page {
  var prose = "Words."
  var rate = "0.5"
  var top = "let rate = RATE"
  var middle = "show(Chart { LineMark([1.0, rate], label: \"a\") })"
  var bottom = "show(LoopDiagram(cell: .gru))"
  var options = ""

  var text: String {
    """
    # A page

    \(prose)

    ```swift-rnn
    \(top.replacing("RATE", with: rate))
    ```

    ```swift-rnn
    //| label: fig-middle
    \(options)\(middle)
    ```

    ```swift-rnn
    //| label: fig-bottom
    \(bottom)
    ```

    The rate is `{rnn} rate`.
    """
  }
}

@Suite("results between builds")
struct StoreTests {
  private let course: TemporaryCourse
  private var store: String { course.folder.appending(path: "store").path }

  init() throws {
    course = try TemporaryCourse(page: Page().text)
    #expect(try ran() == ["fig-middle": "it is new here", "fig-bottom": "it is new here"])
    #expect(try ran() == [:])
  }

  /// The figures that were drawn, with the reasons.
  private func ran() throws -> [String: String] {
    let built = try course.read().build(store: store)
    #expect(built.diagnostics.map(\.description) == [])
    let site = try #require(built.value)
    return Dictionary(
      uniqueKeysWithValues: site.reports.compactMap { report in
        report.reason.map { (report.label, $0) }
      })
  }

  @Test("a change of prose runs nothing")
  func prose() throws {
    try course.write(Page(prose: "Other words, and more of them.\n\nA paragraph.").text)
    #expect(try ran() == [:])
    #expect(try course.built()?.contains("The rate is 0.5.") == true)
  }

  @Test("a caption or another text for those who cannot see draws nothing")
  func words() throws {
    try course.write(Page(options: "//| caption: New words.\n//| alt: Other words.\n").text)
    #expect(try ran() == [:])
    let site = try #require(try course.read().build(store: store).value)
    let page = try #require(site.files.first { $0.path == "index.html" })
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html.contains("New words."))
    #expect(html.contains("alt=\"Other words.\""))
  }

  @Test("a change of a block draws what depends on it, and nothing else")
  func dependencies() throws {
    try course.write(Page(rate: "0.25").text)
    #expect(try ran() == ["fig-middle": "a block above that it uses changed"])
    try course.write(Page(rate: "0.25", bottom: "show(LoopDiagram(cell: .lstm))").text)
    #expect(try ran() == ["fig-bottom": "its program changed"])
  }

  @Test("a change of size or seed draws that figure")
  func options() throws {
    try course.write(Page(options: "//| width: 400\n").text)
    #expect(try ran() == ["fig-middle": "its size changed"])
    try course.write(Page(options: "//| seed: 3\n").text)
    #expect(try ran() == ["fig-middle": "its seed changed"])
  }

  @Test("what was there before is not drawn again")
  func backAndForth() throws {
    try course.write(Page(rate: "0.25").text)
    #expect(try ran().count == 1)
    try course.write(Page().text)
    #expect(try ran() == [:])
  }

  @Test("a site from the store is the same to the byte as one from nothing")
  func sameBytes() throws {
    let kept = try #require(try course.read().build(store: store).value)
    let fresh = try #require(try course.read().build().value)
    #expect(kept.files == fresh.files)
    #expect(kept.lock == fresh.lock)
  }

  @Test("a damaged entry is noticed and made again")
  func damage() throws {
    let files = FileManager.default
    let all = try #require(files.enumerator(atPath: store)).compactMap { $0 as? String }
    for path in all where path.contains("/figure-") {
      let file = URL(filePath: "\(store)/\(path)")
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: file)
    }
    #expect(
      try ran() == [
        "fig-middle": "it was not in the store", "fig-bottom": "it was not in the store",
      ])
    #expect(try ran() == [:])
  }

  @Test("a store that cannot be written costs time and nothing else")
  func unwritable() throws {
    let file = course.folder.appending(path: "in-the-way")
    try Data().write(to: file)
    let built = try course.read().build(store: file.path)
    #expect(built.value?.reports.count == 2)
    #expect(built.diagnostics.isEmpty)
  }
}
