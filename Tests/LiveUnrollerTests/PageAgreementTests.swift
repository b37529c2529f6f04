import LiveUnroller
import Markup
import Testing

/// The page names cells and sequences by their places in a list, and offers numbers; the program
/// takes both. They are written in two modules, which never meet but here.
@Suite("the page and the program")
struct PageAgreementTests {
  @Test("count cells and sequences alike")
  func choices() {
    #expect(Live.Cell.allCases == [.simpleRNN, .lstm, .gru])
    #expect(LiveSettings.Cell.allCases == [.simpleRNN, .lstm, .gru])
    let names = LiveSettings.Sequence.allCases.map { "\($0)" }
    #expect(Live.Sequence.allCases.map(\.rawValue) == names)
    #expect(LiveSettings.Cell.allCases.map(\.rawValue) == [0, 1, 2])
    #expect(LiveSettings.Sequence.allCases.map(\.rawValue) == [0, 1, 2, 3])
  }

  @Test("offer and take the same numbers")
  func numbers() {
    let live = Live(id: "own", blocks: [])
    let steps = LiveSettings.stepRange
    #expect(live.steps.range == Double(steps.lowerBound)...Double(steps.upperBound))
    #expect(live.radius.range == LiveSettings.radiusRange)
    #expect(live.forgetBias.range == LiveSettings.forgetBiasRange)
  }
}
