import Foundation
import Recurrent

/// With so many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  String(format: "%.\(decimals)f", value)
}

/// With so many digits, and a power of ten where the number is far from 1.
func short(_ value: Double, digits: Int = 2) -> String {
  guard value != 0 else { return "0" }
  let parts = String(format: "%.\(digits - 1)e", value).split(separator: "e")
  let exponent = Int(parts[1]) ?? 0
  if (-2...2).contains(exponent) { return fixed(value, max(0, digits - 1 - exponent)) }
  return "\(parts[0])·10" + superscript(exponent)
}

/// The nth root of what is left after n steps: the factor of one step. By the core's own functions,
/// as the system's may round differently elsewhere.
func factor(of share: Double, steps: Int) -> Double {
  Recurrent.exp(Recurrent.log(share) / Double(steps))
}

/// baseⁿ.
func power(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { result, _ in result * base }
}

private func superscript(_ exponent: Int) -> String {
  let digits: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]
  return String(String(exponent).compactMap { digits[$0] })
}

/// 31400 as 31,400.
func counted(_ number: Int) -> String {
  var groups: [String] = []
  var rest = String(number)
  while rest.count > 3 {
    groups.insert(String(rest.suffix(3)), at: 0)
    rest.removeLast(3)
  }
  return ([rest] + groups).joined(separator: ",")
}
