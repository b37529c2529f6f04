// A recurrence on its own: how a gradient fades.
func decay(_ factor: Double, steps: Int) -> [Double] {
  var norms = [1.0]
  for _ in 0..<steps { norms.append(norms[norms.count - 1] * factor) }
  return norms
}
let factors = [0.5, 0.9, 1.0, 1.1]
let curves = factors.map { decay($0, steps: 20) }
for (factor, curve) in zip(factors, curves) {
  let below = curve.firstIndex { $0 < 0.1 }
  print("factor \(factor): last \(curve[20]), below a tenth at \(below.map { "\($0)" } ?? "never")")
}
// A tiny recurrent cell by hand.
var h = [0.0, 0.0]
let w = [[0.5, -0.3], [0.2, 0.8]]
let u = [1.0, -0.5]
for x in [1.0, 0, -1, 0.5] {
  let next = h.indices.map { i in
    let z = zip(w[i], h).map { $0 * $1 }.reduce(u[i] * x, +)
    return z / (1 + abs(z))
  }
  h = next
}
print(h, h.map { ($0 * 100).rounded() / 100 })
var loss = 0.0
var history: [(step: Int, loss: Double)] = []
for step in stride(from: 0, to: 30, by: 10) {
  loss = 1 / Double(step + 1)
  history.append((step, loss))
}
print(history.map { $0.loss }, history[1].step, history.last?.loss ?? 0.0)
