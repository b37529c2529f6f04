import Diagnostics
import Testing

@Suite("suggestions")
struct SuggestionTests {
  @Test(
    "a slip of the pen finds the word that was meant",
    arguments: [
      ("hiddensize", "hiddenSize"), ("hidenSize", "hiddenSize"), ("hiddenSzie", "hiddenSize"),
      ("inputsize", "inputSize"), ("sed", "seed"),
    ])
  func slips(word: String, meant: String) {
    let names = ["inputSize", "hiddenSize", "forgetBias", "seed"]
    #expect(didYouMean(word, among: names) == "did you mean '\(meant)'?")
  }

  @Test("another word altogether finds nothing")
  func strangers() {
    #expect(didYouMean("learningRate", among: ["inputSize", "seed"]) == nil)
    #expect(didYouMean("x", among: ["seed"]) == nil)
    #expect(didYouMean("anything", among: []) == nil)
  }

  @Test("of equally close words the first one wins")
  func ties() {
    #expect(closestMatch(to: "cat", among: ["bat", "hat"]) == "bat")
  }
}
