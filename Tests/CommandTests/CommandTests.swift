import Foundation
import Testing

@Suite("the command")
final class CommandTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "command-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "content"), withIntermediateDirectories: true)
    try write("title: A course\nparts:\n  - title: All\n    pages: [index.md]\n", to: "course.yml")
    try write("# A page\n\nWords.\n", to: "index.md")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "content/\(name)"))
  }

  private func page() throws -> String {
    try String(contentsOf: folder.appending(path: "site/index.html"), encoding: .utf8)
  }

  @Test("a build says where the site is, and ends with 0")
  func build() throws {
    let run = try CommandRun("build", in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("site/index.html: 1 page and 0 figures in "))
    // Nothing but the word that there is no index, where Pagefind is missing.
    #expect(run.errors == "" || run.errors.hasPrefix("search: Pagefind is not on this machine."))
    #expect(try page().contains("Words."))
  }

  @Test("a mistake ends with 1, and the old site stays as it was")
  func oldSiteStays() throws {
    _ = try CommandRun("build", in: folder)
    try write("# A page\n\nNew words, and [a dead link](nowhere.md).\n", to: "index.md")
    let run = try CommandRun("build", in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix("content/index.md:3:16: error: there is no page or file 'nowhere.md'"))
    #expect(
      run.errors.hasSuffix(
        "1 error: nothing was written; the site in 'site' is the old one\n"))
    #expect(try page().contains("Words."))
    #expect(try !page().contains("New words"))
  }

  @Test("a build of what is built already does nothing, and says so")
  func nothingChanged() throws {
    _ = try CommandRun("build", in: folder)
    #expect(try CommandRun("build", in: folder).output.contains("(nothing has changed)"))
    // Whatever is no longer as the build left it is made again.
    try write("# A page\n\nOther words.\n", to: "index.md")
    #expect(try !CommandRun("build", in: folder).output.contains("(nothing has changed)"))
    #expect(try page().contains("Other words."))
    try Data("mine".utf8).write(to: folder.appending(path: "site/index.html"))
    #expect(try CommandRun("build", in: folder).output.contains("1 file written"))
    #expect(try page().contains("Other words."))
    try FileManager.default.removeItem(at: folder.appending(path: "site"))
    #expect(try !CommandRun("build", in: folder).output.contains("(nothing has changed)"))
    #expect(try CommandRun("build", "--fresh", in: folder).output.contains("0 files written"))
  }

  @Test("a draft is left out and counted, also when nothing has changed")
  func drafts() throws {
    try write("---\ndraft: true\n---\n# Later\n", to: "later.md")
    #expect(try CommandRun("build", in: folder).output.contains("(1 draft left out, "))
    #expect(
      try CommandRun("build", in: folder).output.contains("(1 draft left out, nothing has changed)")
    )
    try write("# A page\n\n[Later](later.md)\n", to: "index.md")
    let linked = try CommandRun("build", in: folder).errors
    #expect(linked.hasPrefix("content/index.md:3:1: error: there is no page or file 'later.md'\n"))
    #expect(linked.contains("hint: it is a draft, and drafts are left out\n"))
  }

  @Test("what a build has to say it says every time")
  func warningsAgain() throws {
    try write("# A page\n\n```swift-rnn\n1 + 1\n```\n", to: "index.md")
    let first = try CommandRun("build", in: folder)
    #expect(first.errors.contains("warning: "))
    #expect(try CommandRun("build", in: folder).errors == first.errors)
  }

  @Test("a build tells on request how long each stage took")
  func timings() throws {
    let run = try CommandRun("build", "--timings", in: folder)
    let names = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(
      names.prefix(9) == [
        "reading", "parsing", "performing", "indexing", "rendering", "assembling", "writing",
        "searching", "in",
      ])
  }

  @Test("a check writes nothing")
  func check() throws {
    let run = try CommandRun("check", in: folder)
    #expect(run.status == 0)
    #expect(run.output == "content: no errors\n")
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "site").path))
  }

  @Test("a verification finds a page that was changed by hand")
  func verify() throws {
    _ = try CommandRun("build", in: folder)
    #expect(try CommandRun("verify", in: folder).status == 0)
    let file = folder.appending(path: "site/index.html")
    try Data((try page() + "<!-- mine -->").utf8).write(to: file)
    let run = try CommandRun("verify", in: folder)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("site/index.html: the text differs from line "))
  }

  @Test("a template of the course's own takes the place of the theme's")
  func ownTemplate() throws {
    let templates = folder.appending(path: "templates")
    try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
    try Data("<p>{{page.title}}, {{{page.bodyHtml}}}</p>".utf8)
      .write(to: templates.appending(path: "page.mustache"))
    #expect(try CommandRun("build", in: folder).status == 0)
    #expect(try page() == "<p>A page, <p>Words.</p>\n</p>")
    try Data("<p>{{page.titel}}</p>".utf8).write(to: templates.appending(path: "page.mustache"))
    let run = try CommandRun("build", in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "templates/page.mustache:1:4: error: there is no field 'titel' in 'page'"))
  }

  @Test("one figure of a lesson is drawn without a site")
  func figure() throws {
    try write(
      "# A\n\n```swift-rnn\n//| label: fig-a\nshow(LoopDiagram(cell: .gru))\n```\n", to: "index.md")
    let run = try CommandRun("figure", "content/index.md#fig-a", "--output", "pictures", in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("pictures/fig-a.png: "))
    #expect(
      FileManager.default.fileExists(atPath: folder.appending(path: "pictures/fig-a.png").path))
    let other = try CommandRun("figure", "content/course.yml", in: folder)
    #expect(other.status == 1)
    #expect(
      other.errors.contains("'content/course.yml' is neither a lesson (.md) nor a Swift file"))
    let missing = try CommandRun("figure", "content/index.md#fig-b", in: folder)
    #expect(missing.status == 1)
    #expect(
      missing.errors == "'content/index.md#fig-b' has no such figure; did you mean 'fig-a'?\n")
  }

  @Test("what blocks may use is listed in Swift's own words")
  func api() throws {
    let run = try CommandRun("api", in: folder)
    #expect(run.output.contains("  init(inputSize: Int, hiddenSize: Int, forgetBias: Double = 1"))
  }

  @Test("a folder that is not there is named, and nothing else is said")
  func noCourse() throws {
    let run = try CommandRun("build", "--content", "lessons", in: folder)
    #expect(run.status != 0)
    #expect(run.errors.contains("there is no folder 'lessons'"))
    #expect(run.output == "")
  }

  @Test("a folder of somebody else's is refused and left alone")
  func foreignFolder() throws {
    let note = folder.appending(path: "mine/note.txt")
    try FileManager.default.createDirectory(
      at: note.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: note)
    let run = try CommandRun("build", "--output", "mine", in: folder)
    #expect(run.status != 0)
    #expect(run.errors.contains("'mine' holds files that unroller did not write"))
    #expect(try String(contentsOf: note, encoding: .utf8) == "mine")
  }

  @Test("a place that cannot be written to is said in words, and the old site stays")
  func unwritable() throws {
    _ = try CommandRun("build", in: folder)
    // Nothing can be made below a file, whoever asks.
    try Data().write(to: folder.appending(path: "site.new"))
    let run = try CommandRun("build", "--output", "site.new/site", in: folder)
    #expect(run.status != 0)
    #expect(run.errors.contains("cannot make the folder"))
    #expect(try page().contains("Words."))
  }

  /// Every file of a built site but the index of its search.
  private func site(_ name: String) throws -> [String: Data] {
    let root = folder.appending(path: name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { !$0.hasPrefix("pagefind") }
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        (try? Data(contentsOf: root.appending(path: path))).map { (path, $0) }
      })
  }

  private func writeFigures() throws {
    let blocks = (1...6).map { number in
      """
      ```swift-rnn
      //| label: fig-\(number)
      show(Chart { LineMark((0..<\(20 * number)).map { Double($0) }, label: "n") })
      ```
      """
    }
    try write("# A page\n\n" + blocks.joined(separator: "\n\n") + "\n", to: "index.md")
  }

  @Test("a site is not written among the files that it is made of")
  func siteInContent() throws {
    for output in ["content", "content/site", "./content/../content/a/b"] {
      let run = try CommandRun("build", "--output", output, in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("the site cannot lie in '\(output)'"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "content/site").path))
  }

  @Test("a new course without a name is refused")
  func unnamedCourse() throws {
    let run = try CommandRun("new", "", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("the folder of a new course needs a name"))
  }

  @Test("a mistake in a file with Windows line ends is shown with its line")
  func windowsLines() throws {
    try write("# A page\r\n\r\nA [dead link](nowhere.md).\r\n", to: "index.md")
    #expect(
      try CommandRun("build", in: folder).errors.contains("  3 | A [dead link](nowhere.md).\n"))
  }

  @Test("two builds at once from one store come to the same whole site")
  func twoBuilds() throws {
    try writeFigures()
    let builds = ["one", "two"].map { name in
      CommandRun.process(
        ["build", "--output", name, "--lock", "\(name).lock"], in: folder)
    }
    for build in builds {
      (build.standardOutput, build.standardError) = (nil, nil)
      try build.run()
    }
    for build in builds {
      build.waitUntilExit()
      #expect(build.terminationStatus == 0)
    }
    #expect(try site("one") == site("two"))
    #expect(try site("one").count > 24)
    #expect(
      try CommandRun("verify", "--output", "one", "--lock", "one.lock", in: folder).status == 0)
  }

  @Test("a build that is killed leaves the old site, and the next one is whole")
  func killedBuild() throws {
    _ = try CommandRun("build", in: folder)
    let old = try site("site")
    try writeFigures()
    let build = CommandRun.process(["build"], in: folder)
    (build.standardOutput, build.standardError) = (nil, nil)
    try build.run()
    kill(build.processIdentifier, SIGKILL)
    build.waitUntilExit()
    // Killed at once or after it was done: the old site or the new one, and never a mixture.
    let left = try site("site")
    #expect(try CommandRun("build", in: folder).status == 0)
    #expect(try left == old || left == site("site"))
    #expect(try CommandRun("verify", in: folder).status == 0)
  }

  @Test("a new course builds without a word against it, and takes no folder that is there")
  func newCourse() throws {
    #expect(try CommandRun("new", "mine", in: folder).status == 0)
    let course = folder.appending(path: "mine")
    #expect(
      FileManager.default.fileExists(atPath: course.appending(path: ".gitignore").path))
    let check = try CommandRun("check", in: course)
    #expect(check.status == 0)
    #expect(check.output == "content: no errors\n")
    #expect(check.errors == "")
    let again = try CommandRun("new", "mine", in: folder)
    #expect(again.status != 0)
    #expect(again.errors.contains("'mine' is there already"))
  }

  @Test("a block that brings its process down is named, and the other pages are still looked at")
  func deadWorker() throws {
    try write(
      """
      title: A course
      limits: { memory-megabytes: 512, values: 1000000000 }
      parts: [{ title: All, pages: [index.md, other.md] }]
      """, to: "course.yml")
    try write(
      """
      # A page

      ```swift-rnn
      var numbers = [1.0]
      for _ in 0..<40 { numbers = numbers + numbers }
      ```
      """, to: "index.md")
    try write("# Other\n\n```swift-rnn\nprint(1 + )\n```\n", to: "other.md")
    let run = try CommandRun("build", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("content/index.md:4:1: error: this block brought its process down"))
    #expect(run.errors.contains("hint: it asks for more than 512 MB of memory"))
    #expect(run.errors.contains("content/other.md:4:11: error: a value is missing here"))
    #expect(run.errors.hasSuffix("2 errors: nothing was written\n"))
  }
}
