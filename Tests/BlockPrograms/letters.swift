let text = "the cat sat"
var counts: [Character: Int] = [:]
for letter in text where letter != " " { counts[letter, default: 0] += 1 }
for letter in counts.keys.sorted() { print(letter, counts[letter] ?? 0, terminator: " ") }
print()
let letters = Array("hello")
print(letters, letters[0], letters.count, String(letters.reversed()), letters == ["h", "i"])
let x: Character = "x"
print(x, x.isLetter, x == "x", "y" > x, String(x) + "z", x.uppercased(), x.isWhitespace)
let vocabulary = Dictionary(uniqueKeysWithValues: zip(["a", "b", "c"], 0..<3))
print("cab".map { vocabulary[String($0)] ?? -1 }, "abc".compactMap { vocabulary["\($0)"] })
func kind(_ letter: Character) -> String {
  switch letter {
  case "a", "e": "vowel"
  case " ": "space"
  default: "other"
  }
}
print("a b".map(kind), "tea".filter { "aeiou".contains($0) })
let name = "LSTM"
print(name.prefix(2), name.suffix(1), name.dropFirst(), name.first ?? "-", name.last == "M")
print(String(name.prefix(2)) == "LS", name.prefix(2) == "LS", name.dropLast().hasSuffix("T"))
for (i, letter) in "ab".enumerated() { print(i, letter) }
for (letter, n) in zip("ab", [1, 2]) { print(letter, n) }
print("cba".sorted(), String("cba".sorted()), "abc".allSatisfy { $0.isLetter }, "abc".max() ?? "-")
print(
  String("abc".map { $0 == "c" ? "a" : $0 }), "h∂é🧠".count, Array("h∂é🧠"),
  "7".first?.wholeNumberValue ?? 0)
for pair in "a=1,b=2".split(separator: ",") {
  let parts = pair.split(separator: "=")
  print(parts[0], Int(parts[1]) ?? 0, parts, parts.map { $0.count })
}
let words = text.split(separator: " ").map(String.init)
print(words, "1 2 x".split(separator: " ").compactMap { Double($0) }, "a, b".split(separator: ", "))
print(
  "a b c".split(separator: " ", maxSplits: 1),
  ",a".split(separator: ",", omittingEmptySubsequences: false))
var line = ""
for i in 0..<3 {
  line.append("\(i)")
  line.append(x)
}
print(line, Int("12") ?? 0, Int("1.5") ?? -1, Double("1.5") ?? 0, Double("one") ?? -1.0)
if let seed = Int("7") { print(seed) }
print(["1", "two", "3"].compactMap { Int($0) }, ["4", "x"].compactMap(Int.init))
