import Drawing
import Figures
import Testing

@Suite("Figures of every kind, also of bad data")
struct RobustnessTests {
  @Test("no words cover others", arguments: Samples.good.indices, [true, false])
  func noCollisions(index: Int, isLight: Bool) {
    let (name, figure) = Samples.good[index]
    let scene = figure.drawn(in: isLight ? .light : .dark).scene
    #expect(scene.collisions == [], "\(name)")
    #expect(scene.overhanging == [], "\(name)")
  }

  @Test("no words cover others on slides and in print", arguments: Samples.good.indices)
  func noCollisionsElsewhere(index: Int) {
    let (name, figure) = Samples.good[index]
    for medium in Theme.Medium.allCases {
      let drawing = figure.drawn(in: Theme.light.sized(for: medium))
      #expect(drawing.scene.collisions == [], "\(name) for \(medium)")
      #expect(drawing.problems.filter(\.isError) == [], "\(name) for \(medium)")
    }
  }

  @Test(
    "bad data gives a picture in which no words cover others", arguments: Samples.difficult.indices)
  func difficultData(index: Int) {
    let (name, figure) = Samples.difficult[index]
    let drawing = figure.drawn()
    #expect(drawing.scene.collisions == [], "\(name)")
    for item in drawing.scene.allItems { #expect(item.isFinite, "\(name): \(item)") }
    #expect(figure.alternativeText.count <= 150, "\(name)")
    #expect(!figure.longDescription.isEmpty, "\(name)")
    let table = figure.dataTable
    #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(name)")
  }

  @Test("what cannot be shown is a problem that says why")
  func problems() {
    func problems(_ name: String) -> [FigureProblem] {
      Samples.difficult.first { $0.name == name }?.figure.drawn().problems ?? []
    }
    #expect(problems("no values") == [.noData])
    #expect(problems("only NaN") == [.noData])
    #expect(problems("no marks") == [.noData])
    #expect(problems("one point") == [])
    #expect(problems("all equal") == [])
    #expect(
      problems("uneven") == [
        .unevenLists(mark: "LineMark", first: "x", firstCount: 3, second: "y", secondCount: 1)
      ])
    #expect(problems("no place") == [.noPlace(mark: "RuleMark")])
    #expect(problems("nowhere") == [.noPlace(mark: "RuleMark"), .noPlace(mark: "TextMark")])
    #expect(problems("bad range") == [.emptyRange(low: 4, high: 4)])
    #expect(problems("fifty series") == [.tooManySeries(count: 50, distinct: 36)])
    #expect(problems("right to left") == [.rightToLeft(text: "שלום")])
    #expect(problems("ragged") == [.raggedRows(shortest: 1, longest: 2)])
    #expect(problems("no steps") == [.impossibleCount(of: "time-steps", count: 0)])
    #expect(problems("one long word") == [])
    #expect(problems("no batches") == [.impossibleCount(of: "batches", count: 0)])
    #expect(problems("no such batch") == [.noBatch(3, of: 2)])
    #expect(problems("no shape") == [.impossibleCount(of: "units", count: 0)])
    #expect(problems("no tokens") == [.noData])
    #expect(problems("only NaN tokens") == [.noData])
    #expect(problems("one token") == [])
    #expect(problems("ten thousand tokens") == [.tooManyTokens(count: 10_000, most: 2000)])
    #expect(problems("stack on a log scale") == [.stackedOnLog])
  }

  @Test("a missing glyph is a problem, once for each text")
  func missingGlyph() {
    let chart = Chart { LineMark([1, 2]) }.title("∇ and ∇")
    let problems = chart.drawing(
      in: .light, typesetter: BoxTypesetter(unknown: ["∇"])
    ).problems
    #expect(problems == [.missingGlyph("∇", text: "∇ and ∇")])
    #expect(problems[0].message == "no font has the character '∇' (U+2207) of '∇ and ∇'")
    #expect(problems[0].isError)
  }

  @Test("problems speak of the author's page")
  func words() {
    #expect(
      FigureProblem.unevenLists(
        mark: "LineMark", first: "x", firstCount: 3, second: "y", secondCount: 4
      ).message == "'LineMark' has 3 x values and 4 y values")
    #expect(
      FigureProblem.notPositive(axis: "y", count: 1).message
        == "1 value is not above zero and cannot stand on the log scale of the y axis")
    #expect(FigureProblem.noData.hint == "give it at least one finite value")
  }
}

extension Scene.Item {
  var isFinite: Bool {
    switch self {
    case .fill(let path, _), .stroke(let path, _, _), .text(let path, _, _): path.isFinite
    case .clipped(_, let items): items.allSatisfy(\.isFinite)
    }
  }
}

extension Path {
  fileprivate var isFinite: Bool {
    guard let bounds else { return true }
    return [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY].allSatisfy { abs($0) < 1e6 }
  }
}
