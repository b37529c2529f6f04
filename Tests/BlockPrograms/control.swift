var k = 0
while true {
  k += 1
  if k % 2 == 0 { continue }
  if k > 9 { break }
}
repeat { k -= 3 } while k > 0
print(k)

func outer(_ n: Int) {
  for i in 0...n where i != 2 {
    if i == 0 { print("zero") } else if i < 3 { print("small", i) } else { print("big", i) }
  }
}
outer(3)
func sign(_ x: Double) -> String {
  guard x != 0 else { return "none" }
  if x > 0 { return "plus" }
  return "minus"
}
print(sign(0), sign(2), sign(-1))
func grade(_ n: Int) -> String {
  switch n {
  case 0: return "zero"
  case 1, 2: return "few"
  case 3..<10: return "some"
  case let x where x < 0: return "negative \(x)"
  default: return "many"
  }
}
print(grade(0), grade(2), grade(9), grade(10), grade(-4))
switch (k < 0, "a") {
case (true, "b"): print("b")
case (true, _): print("any")
default: print("never")
}
switch true {
case true: print("yes")
case false: print("no")
}
func half(_ x: Int?) -> Int? {
  guard let x, x % 2 == 0 else { return nil }
  return x / 2
}
if let h = half(8), let q = half(h) { print(h, q) }
print(half(3) ?? -1, half(nil) == nil, half(6)! + 1)
var found: Int? = nil
for x in [3, 8, 5] { if x > 6 { found = x; break } }
print(found ?? 0)
let word = if k > 0 { "up" } else if k == 0 { "flat" } else { "down" }
let size =
  switch k {
  case 0: 1.5;
  default: 2.0
  }
print(word, size)
let text: [Int]? = [1, 2, 3]
print(text?.count ?? 0, text?.first ?? 9, text?.map { $0 * 2 }.reduce(0, +) ?? 0)
while let last = found { found = last > 10 ? nil : last + 1 }
print(found == nil)
for _ in 0..<0 { print("never") }
switch k {
case -5 ... -1: print("below")
default: break
}
