var xs = [5, 3, 4]
xs.sort(by: >)
print(xs)
xs.sort { $0 < $1 }
xs.removeAll { $0 == 4 }
print(xs)
xs.insert(contentsOf: [7, 8, 9], at: 1)
xs.removeLast(2)
xs.removeFirst(1)
print(xs)
var grid = [[3, 1], [2, 0]]
let limit = grid[0][1]
grid[0].sort(by: <)
grid[1].removeAll(where: { $0 < limit })
print(grid)
struct Run { var losses: [Double] = [] }
var run = Run(losses: [0.5, 0.25, 1])
run.losses.removeAll { $0 > 0.9 }
run.losses.sort(by: <)
print(run.losses)
var ages = ["a": 1, "b": 2]
ages.removeValue(forKey: "a")
let gone = ages.removeValue(forKey: "z")
print(gone ?? 0, ages.count, ages.mapValues { Double($0) / 4 }["b"] ?? 0)
let groups = Dictionary(grouping: 1...6) { $0 % 3 }
for key in groups.keys.sorted() { print(key, groups[key] ?? []) }
let index = Dictionary(
  uniqueKeysWithValues: ["t", "h"].enumerated().map { ($0.element, $0.offset) })
print(index["h"] ?? -1)
