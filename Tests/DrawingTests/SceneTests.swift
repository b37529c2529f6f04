import Drawing
import Testing

@Suite("scenes")
struct SceneTests {
  @Test("a scene's description is one item a line, to a hundredth of a point")
  func description() {
    let line = Path.polyline([Point(0, 0.004), Point(10.126, -0.001)])
    let scene = Scene(
      size: Size(width: 100, height: 50.5), background: Color(hex: 0xffffff),
      items: [
        .clipped(
          Rect(x: 1, y: 2, width: 3, height: 4),
          [.stroke(line, Stroke(width: 1.5, dash: [4, 2]), Color(hex: 0x0e3d76))]),
        .fill(.polygon([Point(1, 1)]), Color(hex: 0, alpha: 128)),
        .text(.rectangle(Rect(x: 5, y: 6, width: 7, height: 8)), Color(hex: 0), words: "loss"),
      ])
    #expect(
      scene.description == """
        scene 100×50.5 on #ffffff
          clip 1,2 3×4
            stroke #0e3d76 1.5 dash 4,2 M0,0 L10.13,0
          fill #00000080 M1,1 Z
          text #000000 at 5,14 “loss”
        """)
  }

  @Test("colours are written as in CSS")
  func cssNames() {
    #expect(Color(hex: 0x0e3d06).cssName == "#0e3d06")
    #expect(Color(hex: 0xffffff, alpha: 0).cssName == "#ffffff00")
  }

  @Test("rectangles that share an edge do not overlap")
  func overlap() {
    let rect = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(!rect.overlaps(Rect(x: 10, y: 0, width: 5, height: 5)))
    #expect(rect.overlaps(Rect(x: 9.9, y: 9.9, width: 5, height: 5)))
  }
}
