let xs = [3, 1, 2, 5, 4]
let part = xs[1...]
print(part.allSatisfy { $0 > 0 }, part.compactMap { $0 > 2 ? $0 : nil }, part.contains { $0 > 4 })
print(
  part.contains(2), part.count { $0 > 2 }, part.drop { $0 < 3 }, part.dropFirst(), part.dropLast(2))
print(
  part.filter { $0 > 1 }, part.first { $0 > 2 } ?? -1, part.flatMap { [$0, $0] },
  part.last { $0 < 5 } ?? -1)
print(part.max { $0 > $1 } ?? -1, part.min() ?? -1, part.min { $0 > $1 } ?? -1, part.max() ?? -1)
print(part.prefix(2), part.prefix { $0 < 3 }, part.suffix(1), part.sorted(), part.sorted(by: >))
print(
  part.first ?? -1, part.last ?? -1, part.count, part.isEmpty, part.reduce(0, +),
  part.map { $0 * 2 })
part.forEach { print($0, terminator: " ") }
for (i, x) in part.enumerated() { print(i, x, terminator: ";") }
print(Array(part.reversed()))
let pairs = zip(xs, ["a", "b", "c"])
print(
  pairs.first { $0.0 < 3 }?.1 ?? "-", pairs.flatMap { [$0.1, $0.1] }, pairs.contains { $0.1 == "c" }
)
print(pairs.max { $0.0 < $1.0 }?.1 ?? "-", pairs.min { $0.0 < $1.0 }?.1 ?? "-")
pairs.forEach { print($0.0, $0.1, terminator: " ") }
print(Array(pairs.drop { $0.0 > 2 }).count, Array(pairs.prefix { $0.0 > 2 }).count)
print(pairs.sorted { $0.0 < $1.0 }.map { $0.1 }, stride(from: 3, to: 0, by: -1).min() ?? -1)
print(
  stride(from: 0, to: 9, by: 3).max() ?? -1, (0..<4).reversed().sorted(),
  (0..<4).reversed().contains(2))
xs.forEach { print($0, terminator: " ") }
print(xs.drop { $0 > 2 }, xs.max { $0 > $1 } ?? -1, min(3, 1, 2, 0), max(1, 2, 3))
var gone = xs
gone.removeAll()
print(gone, gone.isEmpty, xs.indices, xs.indices.last ?? -1)
let ages = ["a": 1, "b": 2]
print(
  ages.keys.count, ages.keys.isEmpty, ages.keys.contains("a"), ages.keys.min() ?? "-",
  ages.keys.max() ?? "-")
print(
  ages.values.count, ages.values.isEmpty, ages.values.contains(3), ages.values.min() ?? 0,
  ages.values.max() ?? 0)
print(
  Double.ulpOfOne, Double.greatestFiniteMagnitude, (1.5).isFinite, (1.5).isInfinite,
  (-1.5).magnitude)
print(
  (2.5).rounded(.toNearestOrEven), (2.5).rounded(.toNearestOrAwayFromZero),
  (-2.5).rounded(.towardZero))
print(
  Int(7), String(true), String("s"), 7.signum(), (7.5).truncatingRemainder(dividingBy: 2),
  (9.0).squareRoot())
let letter: Character = "ß"
print(
  letter.isLowercase, letter.isUppercase, letter.isNumber, letter.isPunctuation, letter.lowercased()
)
print(Character("x"), letter.uppercased(), Character(String(letter)))
let some: Int? = 3
print(some.flatMap { $0 > 2 ? "big" : nil } ?? "none", some.map { $0 + 1 } ?? 0)
let words: Substring = "the forget gate".dropFirst(4)
let space: Character = " "
let split = words.split(separator: space)
print(
  words.contains("get"), words.dropFirst(2), words.dropLast(), words.filter { $0 != "e" },
  words.hasPrefix("for"))
print(
  words.prefix(3), words.suffix(4), words.uppercased(), words.lowercased(), words.hasSuffix("x"),
  split)
print(
  words.count, words.isEmpty, words.first ?? "-", words.last ?? "-", Substring("ab") == "ab",
  "a b".split(separator: space))
print(
  words.map { "\($0)" }.joined().count, words.reversed().map { String($0) }.joined(),
  words.enumerated().map { $0.offset }.max() ?? 0)
