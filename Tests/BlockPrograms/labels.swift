rows: for row in [[1, 2], [3, 4], [5]] {
  for x in row {
    if x == 2 { continue rows }
    if x == 4 { break rows }
    print(x)
  }
}
var i = 0
outer: while true {
  i += 1
  repeat {
    if i > 3 { break outer }
    continue outer
  } while true
}
print(i)
func position(of x: Int, in grid: [[Int]]) -> Int {
  var n = 0
  search: for row in grid {
    for y in row {
      n += 1
      switch y {
      case x: break search
      default: continue
      }
    }
  }
  return n
}
print(position(of: 3, in: [[1, 2], [3, 4]]))
var turns: [() -> Int] = []
again: repeat {
  for j in 0..<5 {
    turns.append({ j * 10 })
    if j == 2 { break again }
  }
} while true
print(turns.map { $0() })
