var xs = [3, 1, 2]
xs.append(5)
xs.append(contentsOf: [7, 8])
xs.insert(0, at: 0)
xs[1] = 30
xs[2] += 4
xs.swapAt(0, 1)
print(xs, xs.count, xs.isEmpty, xs.first ?? 0, xs.last ?? 0, xs.indices)
print(xs.removeLast(), xs.remove(at: 0), xs.removeFirst(), xs)
print(xs.sorted(), xs.sorted { $0 > $1 }, xs.sorted(by: >), xs.max() ?? 0, xs.min() ?? 0)
xs.sort()
xs.reverse()
print(xs, Array(xs.reversed()), xs.prefix(2), xs.suffix(1), xs.dropFirst(), Array(xs.dropLast(2)))
print(xs.map { $0 * 2 }, xs.filter { $0 % 2 == 1 }, xs.reduce(0, +), xs.reduce(1) { $0 * $1 })
print(xs.contains(5), xs.contains { $0 > 100 }, xs.allSatisfy { $0 > 0 }, xs.first { $0 < 5 } ?? -1)
print(xs.firstIndex(of: 5) ?? -1, xs.firstIndex { $0 < 4 } ?? -1, xs.lastIndex(of: 99) ?? -1)
print(xs.compactMap { $0 > 2 ? $0 : nil }, xs.flatMap { [$0, $0] }, xs[0..<2], xs[1...2])
for (i, x) in xs.enumerated() where i != 1 { print(i, x) }
for (a, b) in zip([1, 2, 3], ["a", "b"]) { print(a, b) }
for t in stride(from: 0.0, to: 1, by: 0.25) { print(t, terminator: " ") }
for t in stride(from: 10, through: 0, by: -5) { print(t, terminator: " ") }
print()
print(
  Array(repeating: 0.5, count: 3), Array(1...4), Array(stride(from: 1, to: 4, by: 1)),
  (1...4).map { $0 * $0 })
var counts: [String: Int] = [:]
for word in ["a", "b", "a"] { counts[word, default: 0] += 1 }
counts["z"] = 9
counts["b"] = nil
print(
  counts.keys.sorted(), counts["a"] ?? 0, counts["b"] ?? -1, counts.count, counts.values.max() ?? 0)
var grid = [[1, 2], [3, 4]]
grid[1][0] = 9
grid[0] += [5]
print(
  grid, grid.map { $0.reduce(0, +) }, [1, 2] == [1, 2], (0..<3).contains(2), (1...5).reduce(0, +))
let pair = (left: 1, right: 2.5)
let (p, q) = pair
var (u, v) = (1, 2)
(u, v) = (v, u + v)
print(pair.left, pair.1, p, q, u, v, pair)
var list: [Int] = []
list += [1]
let (low, high) = (list.min() ?? 0, list.max() ?? 0)
print(low, high, list.popLast() ?? 0, list.popLast() ?? -1)
print(
  zip([1.0, 2], [3.0, 4]).map { $0 * $1 }.reduce(0, +), zip(1...3, 4...6).map { a, b in a * b })
print(
  (1...10).filter { $0.isMultiple(of: 3) }, [0.5, 2].min { $0 > $1 } ?? 0.0,
  [1, 5, 2].prefix { $0 < 5 })
