// Literals take the type that their context wants.
let a: Double = 7 / 2
let b = 7 / 2
let c = 7 / 2 * 1.5
print(a, b, c, 7.0 / 2, -7 / 2, -7 % 3, 1_000, 0xFF, 0b101, 0o17, 1e3)
let n = 3
let x = 0.1 + 0.2
print(Double(n) * x, x == 0.3, n * 2 - 1, 2 * n + n * n, -n, +n)
print(1.0, 100000.0, 1e16, 1e-5, 0.1, 5e-324, 1.0 / 3, -0.0, 1.0 / 0, 12345678.9)
print(
  Int(3.99), Int(-3.99), Double(7), Double(7 / 2), (2.5).rounded(), (3.5).rounded(),
  (-2.5).rounded())
print(
  (2.4).rounded(.up), (2.6).rounded(.down), (2.0).squareRoot(),
  (7.5).truncatingRemainder(dividingBy: 2))
print(max(1, 2), min(1, 2.5), max(3, 1, 2), abs(-3), abs(-2.5), 10.isMultiple(of: 5), (-4).signum())
print(Int.max, Double.pi, Double.infinity, Double.nan.isNaN, Int.min)
let xs = [1, 2.5, 3]
let ys: [Double] = [1, 2, 3]
let nested = [[0, 1], [1.5]]
print(xs, ys, nested, [1, 2, 3].map { Double($0) / 2 })
print(n < 4 ? "less" : "more", n < 4 && x > 0, n > 4 || x < 1, !(n == 3), n != 3, n <= 3, n >= 4)
var k = 10
k += 5
k -= 3
k *= 2
k /= 5
k %= 3
var d = 1.5
d += 1
d *= 2
d -= 0.25
d /= 4
print(k, d)
