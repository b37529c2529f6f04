import Drawing

/// The three pictures that are drawn by everyone who is compared: 800 × 450 points, two pixels a
/// point.
struct Scenes {
  let typesetter: any Typesetter
  private let size = Size(width: 800, height: 450)
  private let ink = Color(hex: 0x222222)

  /// Two series of 200 points over a logarithmic axis, with a grid, ticks and a legend.
  func line(_ number: Int) -> Scene {
    let plot = Rect(x: 100, y: 54, width: 620, height: 346)
    var items = axes(of: plot, title: "Gradient norm by time step \(number)")
    let colors = [Color(hex: 0x0e6db6), Color(hex: 0xd55e00)]
    for (series, slope) in [1.6, 0.7].enumerated() {
      let points = (0..<200).map { step in
        let x = Double(step) / 199
        let wave = Double(step % 6) / 6 * x * 0.12
        let y = x * slope / (1 + x * 0.6) + wave
        return Point(plot.minX + x * plot.width, plot.minY + min(1, y) * plot.height)
      }
      let stroke = Stroke(width: 1.5, cap: .round)
      items.append(.clipped(plot, [.stroke(.polyline(points), stroke, colors[series])]))
      let y = plot.minY + 20 + Double(series) * 18
      items.append(
        .stroke(.polyline([Point(600, y), Point(625, y)]), stroke, colors[series]))
      items.append(text(["SimpleRNN", "LSTM"][series], at: Point(632, y + 4), size: 11))
    }
    return Scene(size: size, background: Color(hex: 0xffffff), items: items)
  }

  /// 64 × 200 cells in 64 colours, and a colour bar.
  func heat(_ number: Int) -> Scene {
    let plot = Rect(x: 100, y: 54, width: 600, height: 320)
    var items = axes(of: plot, title: "Hidden state \(number)")
    func color(_ level: Int) -> Color {
      Color(red: UInt8(level * 3), green: UInt8(30 + level * 3), blue: UInt8(200 - level * 2))
    }
    for unit in 0..<64 {
      for step in 0..<200 {
        let level = abs((unit * 7 + step * 3 + unit * step / 40) % 128 - 64) * 63 / 64
        let cell = Rect(
          x: plot.minX + Double(step) * 3, y: plot.minY + Double(unit) * 5, width: 3, height: 5)
        items.append(.fill(.rectangle(cell), color(level)))
      }
    }
    for level in 0..<64 {
      let cell = Rect(x: 720, y: plot.maxY - 5 - Double(level) * 5, width: 16, height: 5)
      items.append(.fill(.rectangle(cell), color(level)))
    }
    return Scene(size: size, background: Color(hex: 0xffffff), items: items)
  }

  /// Eight columns of boxes and circles with names in them, and arrows between.
  func diagram(_ number: Int) -> Scene {
    var items = [text("Unrolled network \(number)", at: Point(400, 34), size: 16, anchor: 0.5)]
    let rows = [("x", 390.0, 0xccddee), ("A", 250.0, 0xddeecc), ("y", 110.0, 0xeeddcc)]
    for column in 0..<8 {
      let x = 56 + 98 * Double(column)
      for (name, y, fill) in rows {
        let box = Path.roundedRectangle(
          Rect(x: x - 26, y: y - 20, width: 52, height: 40), radius: 6)
        items.append(.fill(box, Color(hex: UInt32(fill))))
        items.append(.stroke(box, Stroke(width: 1), ink))
        items.append(text("\(name)\(column)", at: Point(x, y + 4), size: 12, anchor: 0.5))
      }
      let state = Path.circle(center: Point(x, 180), radius: 13)
      items.append(.stroke(state, Stroke(width: 1), ink))
      items.append(text("h\(column)", at: Point(x, 183), size: 9, anchor: 0.5))
      items += arrow(from: Point(x, 370), to: Point(x, 271))
      items += arrow(from: Point(x, 230), to: Point(x, 194))
      items += arrow(from: Point(x, 167), to: Point(x, 131))
      if column < 7 { items += arrow(from: Point(x + 26, 250), to: Point(x + 71, 250)) }
    }
    return Scene(size: size, background: Color(hex: 0xffffff), items: items)
  }

  private func axes(of plot: Rect, title: String) -> [Scene.Item] {
    var items = [text(title, at: Point(plot.midX, 36), size: 16, anchor: 0.5)]
    for tick in 0...8 {
      let share = Double(tick) / 8
      let x = plot.minX + share * plot.width
      let y = plot.minY + share * plot.height
      let grid = Stroke(width: 0.5)
      let pale = Color(hex: 0xdddddd)
      items.append(.stroke(.polyline([Point(x, plot.minY), Point(x, plot.maxY)]), grid, pale))
      items.append(.stroke(.polyline([Point(plot.minX, y), Point(plot.maxX, y)]), grid, pale))
      items.append(text("\(tick * 25)", at: Point(x, plot.maxY + 16), size: 11, anchor: 0.5))
      items.append(text("10^−\(tick)", at: Point(plot.minX - 6, y + 4), size: 11, anchor: 1))
    }
    items.append(.stroke(.rectangle(plot), Stroke(width: 1, join: .miter), ink))
    items.append(text("time step", at: Point(plot.midX, plot.maxY + 38), size: 12, anchor: 0.5))
    return items
  }

  private func arrow(from start: Point, to end: Point) -> [Scene.Item] {
    let along = end - start
    let length = max(abs(along.x), abs(along.y))
    let ahead = Point(along.x / length, along.y / length)
    let neck = Point(end.x - 7 * ahead.x, end.y - 7 * ahead.y)
    let side = Point(-ahead.y * 3, ahead.x * 3)
    return [
      .stroke(.polyline([start, neck]), Stroke(width: 1), ink),
      .fill(.polygon([neck + side, end, neck - side]), ink),
    ]
  }

  private func text(
    _ words: String, at place: Point, size: Double, anchor: Double = 0
  ) -> Scene.Item {
    let letters = typesetter.letter(words, style: TextStyle(size: size))
    let start = Point(place.x - anchor * letters.advance, place.y)
    return .text(letters.outlines.moved(by: start), ink, words: words)
  }
}
