struct Point: Equatable {
  var x: Double
  var y: Double = 0
  var norm: Double { (x * x + y * y).squareRoot() }
  func scaled(by k: Double) -> Point { Point(x: x * k, y: y * k) }
  mutating func shift(dx: Double, dy: Double = 0) {
    x += dx
    y += dy
  }
  mutating func double() -> Double {
    shift(dx: x, dy: y)
    return norm
  }
}
var p = Point(x: 3, y: 4)
let q = Point(x: 1)
print(p, q, p.norm, p.scaled(by: 2), p == Point(x: 3, y: 4), p == q)
p.shift(dx: 1)
p.y = 7
print(p, p.double(), p)
struct Run {
  let name: String
  var losses: [Double]
  var best: Double? { losses.min() }
  func summary(digits: Int = 1) -> String { "\(name): \(losses.count) losses, best \(best ?? 0)" }
}
var runs = [Run(name: "a", losses: [3, 1]), Run(name: "b", losses: [])]
runs[1].losses.append(0.5)
runs[0].losses[1] -= 0.25
for run in runs { print(run.summary()) }
print(runs.map(\.name), runs.map(\.losses.count), runs.sorted { $0.name > $1.name }.map { $0.name })
var copy = runs[0]
copy.losses = []
print(runs[0].losses, copy.losses, copy)
let best: Point? = [p, q].min { $0.norm < $1.norm }
print(best?.x ?? 0.0, best?.scaled(by: 3).x ?? 0.5)
struct Pair { let left: Int; let right: (Int) -> Int }
let pair = Pair(left: 2, right: { $0 + 1 })
print(pair.right(pair.left))
var points = [Point(x: 1), Point(x: 2)]
points[0].shift(dx: 9)
for i in points.indices { points[i].y = Double(i) }
print(points[0], points.contains(Point(x: 2, y: 1)))
