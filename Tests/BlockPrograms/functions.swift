func mean(_ xs: [Double]) -> Double { xs.reduce(0, +) / Double(xs.count) }
func clip(_ x: Double, to limit: Double = 1, floor: Double = -1) -> Double {
  max(floor, min(limit, x))
}
func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(mean([1, 2, 4]), clip(3), clip(3, to: 2.5), clip(-3, floor: 0), fib(15), isEven(10))
func adder(_ n: Int) -> (Int) -> Int { { x in x + n } }
let addTwo = adder(2)
print(addTwo(3), [1, 2].map(adder(10)))
func twice(_ f: (Double) -> Double, _ x: Double) -> Double { f(f(x)) }
func half(_ x: Double) -> Double { x / 2 }
print(twice({ $0 * 3 }, 2), twice(half, 8))
var makers: [() -> Int] = []
for i in 1...3 { makers.append({ i * 10 }) }
print(makers.map { $0() })
var total = 0
let add = { (n: Int) in total += n }
for n in 1...4 { add(n) }
print(total)
let compose: (Int) -> String = { n in
  let square = n * n
  if square > 10 { return "big \(square)" }
  return "small \(square)"
}
print(compose(3), compose(4))
func minmax(_ xs: [Int]) -> (low: Int, high: Int)? {
  guard let first = xs.first else { return nil }
  var (low, high) = (first, first)
  for x in xs { low = min(low, x); high = max(high, x) }
  return (low, high)
}
if let m = minmax([3, 1, 4]) { print(m.low, m.high) }
print([3, 1].sorted(by: <), [1.5, 2].map { $0.rounded() }, ["a", "b"].map { $0 + "!" })
@discardableResult func log(_ s: String) -> Int { print("log", s); return s.count }
log("hello")
func counter() -> () -> Int {
  var n = 0
  return {
    n += 1; return n
  }
}
let next = counter()
print(next(), next(), counter()())
func printAll(_ xs: [Int], prefix: String = "-") { for x in xs { print(prefix, x) } }
printAll([1, 2])
printAll([3], prefix: "*")
