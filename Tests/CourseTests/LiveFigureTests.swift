import Testing

@Suite("live figures")
struct LiveFigureTests {
  private func files(_ markdown: String) throws -> [String: String] {
    let course = try TemporaryCourse(page: "# A page\n\n\(markdown)\n")
    let built = try course.read().build()
    #expect(built.diagnostics.map(\.description) == [])
    let site = try #require(built.value)
    return Dictionary(
      uniqueKeysWithValues: site.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private let live = """
    ::: live {#own cell=lstm steps=60 radius=0.95 forget-bias=5}
    A sentence for paper.
    :::
    """

  @Test("the site carries their script and program, and the page says where")
  func assets() throws {
    let files = try files(live)
    let assets = files.keys.filter { $0.hasPrefix("assets/live.") }
    let script = try #require(assets.first { $0.hasSuffix(".js") })
    let program = try #require(assets.first { $0.hasSuffix(".wasm") })
    #expect(assets.count == 2)
    let page = try #require(files["index.html"])
    #expect(page.contains(#"data-script="\#(script)""#))
    #expect(page.contains(#"data-program="\#(program)""#))
  }

  @Test("a course without one carries neither")
  func noAssets() throws {
    let files = try files("Only words.")
    #expect(!files.keys.contains { $0.hasPrefix("assets/live.") })
  }

  @Test("what is inside stands there, and the controls begin as the attributes say")
  func page() throws {
    let page = try #require(try files(live)["index.html"])
    #expect(page.contains("<p>A sentence for paper.</p>"))
    #expect(page.contains(#"<form class="live-bench" autocomplete="off">"#))
    #expect(page.contains(#"<option value="lstm" selected>LSTM</option>"#))
    #expect(page.contains(#"<option value="noise" selected>"#))
    #expect(page.contains(#"<p class="live-forget"><label"#))
    #expect(page.contains(#"name="steps" min="2" max="100" step="1" value="60""#))
    #expect(page.contains(#"name="radius" min="0" max="2" step="0.05" value="0.95""#))
    #expect(page.contains(#"name="forget" min="-5" max="5" step="0.5" value="5""#))
  }

  @Test("one inside of a note is found as well")
  func nested() throws {
    let files = try files(":::: note\n\(live)\n::::")
    #expect(files.keys.contains { $0.hasSuffix(".wasm") })
  }
}
