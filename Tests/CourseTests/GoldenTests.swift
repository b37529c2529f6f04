import Testing

@Suite("small courses")
struct GoldenTests {
  @Test("what is said about a course, word for word", arguments: Golden.all)
  func words(golden: Golden) throws {
    let text = try golden.diagnostics()
    if Golden.isRecording { try golden.record(text) }
    #expect(text == golden.expectedDiagnostics())
  }

  @Test("there are courses to look at")
  func thereAreGoldens() {
    #expect(Golden.all.count > 8)
  }
}
