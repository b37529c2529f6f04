let xs = [1.0, 2, 3, 4]
let n = 2
print(xs[1...], xs[..<n], xs[...n], xs[(n - 1)...], xs[..<(n + 1)])
print(xs[4...], xs[..<0], xs[...(-1)], xs[(1...)])
print(xs[1...].reduce(0, +), xs[..<2].map { $0 * 2 }, Array(xs[1...])[0], xs[...1].max() ?? 0)
for x in xs[2...] { print(x, terminator: " ") }
for (i, x) in xs[2...].enumerated() { print(i, x, terminator: " ") }
print(zip(xs, xs[1...]).map { $1 - $0 })
var state = [Double](repeating: 0, count: 3)
var grid = [[Double]](repeating: [Double](repeating: 0, count: 2), count: 2)
state[1] = 0.5
grid[1][0] += 1
print(state, grid, [Int](1...3), [Double](xs[2...]), [Double](repeating: 1, count: n) + [3])
var words = [String]()
words.append("h")
var counts = [String: Int]()
counts["h", default: 0] += 1
let pairs = [(Int, Double)]()
let maybe = [Double?](repeating: nil, count: 2)
print(
  words, counts["h"] ?? 0, pairs.isEmpty, maybe.count, Array<Int>(),
  Dictionary<String, [Int]>().count)
let empty: [Int] = Array()
func total(_ values: [Double] = [Double]()) -> Double { values.reduce(0, +) }
print(empty, total(), total([Double](repeating: 0.5, count: 4)), [Int]() == [])
for k in [-3, 0, 1, 5] {
  switch k {
  case ..<0: print("below", terminator: " ")
  case ...0: print("zero", terminator: " ")
  case 3...: print("many", terminator: " ")
  default: print("few", terminator: " ")
  }
}
for loss in [0.05, 0.3, 2, Double.nan] {
  switch loss {
  case ..<0.1: print("good", terminator: " ")
  case 0.1...0.5: print("fair", terminator: " ")
  case 0.5...: print("poor", terminator: " ")
  default: print("lost", terminator: " ")
  }
}
switch (n, xs[0]) {
case (..<0, _): print("negative")
case (1..., ..<3): print("in the corner")
default: print("elsewhere")
}
print((-5...5).count, (0..<9_223_372_036_854_775_807).count)
