for i in (0..<4).reversed() { print(i, terminator: " ") }
print((0..<5).reversed().map { $0 }, Array((1...3).reversed()))
print((0..<10).prefix(3).map { $0 }, (0...4).suffix(2).reduce(0, +), Array((0..<5).dropFirst(2)))
print(
  (0..<5).first ?? -1, (0..<5).last ?? -1, (2...4).last ?? -1, (0..<0).first ?? -1,
  (0..<5).max() ?? -1)
print((0.0...1.0).contains(1), (0.0..<1.0).contains(1), (0...1).contains(0.5), (1..<3).contains(3))
let range = -1.0...1.0
print(range, range.lowerBound, range.upperBound - range.lowerBound, (0...4).contains { $0 > 3 })
let share = 0.25
if (0...1).contains(share) { print("a share") }
for (i, x) in [1.5, 2.5].enumerated().reversed() { print(i, x) }
for (t, k) in zip((0..<3).reversed(), 0..<3) { print(t, k, terminator: ";") }
print(
  Array(stride(from: 0, to: 9, by: 3).reversed()),
  (0..<3).enumerated().map { $0.offset * $0.element })
let xs = [1.0, 2, 4]
print(zip(xs, xs.dropFirst()).map { $1 - $0 }, zip(xs, xs.dropFirst()).allSatisfy { $0 < $1 })
print(
  xs.map(Int.init), [1, 2].map(Double.init), [1, -2].map(abs), [3, 1].reduce(0, max),
  (0..<3).map(String.init))
print(1 << 4, 0b101 & 3, 6 | 1, 6 ^ 3, 256 >> 2, 1 << 64, -8 >> 1, (1, "a") == (1, "a"))
for bit in 0..<3 { print((5 >> bit) & 1, terminator: " ") }
print(
  (0..<20).count { $0.isMultiple(of: 7) }, [1, 2, 3].last { $0 < 3 } ?? 0,
  [1, 2, 1].lastIndex { $0 == 1 } ?? -1)
