let name = "LSTM"
let steps = 60
let rate = 0.01
print("\(name) after \(steps) steps at \(rate)")
print("a", 1, 2.5, true, separator: ", ", terminator: ".\n")
print("quotes: \"x\" tab:\tend \u{2202}h")
print([name, "b"], (name, 1), Optional(name) ?? "none", [true, false])
print(
  """
  two
    lines \(steps + 1)
  """)
print(
  name.count, name.isEmpty, name.uppercased(), name.lowercased(), name.hasPrefix("LS"),
  name.hasSuffix("x"))
print(
  name.contains("ST"), name + "!" + String(steps) + String(rate), String(repeating: "ab", count: 3))
print(["c", "a", "b"].sorted().joined(separator: "-"), ["x", "y"].joined())
print("abc" < "abd", "abc" == "abc", "b" > "a")
var line = ""
for word in ["one", "two"] { line += word + " " }
print(line)
let maybe: Int? = 3
let none: Int? = nil
print("\(maybe ?? 0) \(none ?? -1) \(maybe == nil) \(none == nil)")
print("nested \("inner \(1 + 1)")")
print([1: "a"].count, ["a": 1]["a"] ?? 0, [[1], [2, 3]], ["a", "b"])
