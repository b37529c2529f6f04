import Foundation
import Testing

/// Our modules from the bottom floor up, each with the modules of ours that it may import.
///
/// A row may name only rows above it, so the table itself cannot describe a circle. SwiftPM does
/// not hold this line: an undeclared import of a sibling builds cleanly.
private let layers: [(module: String, mayImport: Set<String>)] = [
  ("CCMarkGFM", []), ("CPNG", []), ("CHarfBuzz", []), ("CDuktape", []), ("CCrypto", []),
  ("CFileSwap", []), ("CPNGShim", ["CPNG"]), ("CRecurrentKernels", []),
  ("Diagnostics", []),
  ("Drawing", []),
  ("Fingerprinting", ["CCrypto"]),
  ("Recurrent", ["CRecurrentKernels"]),
  ("Figures", ["Drawing"]),
  ("Lettering", ["Drawing", "CHarfBuzz"]),
  ("Raster", ["Drawing", "Fingerprinting", "CPNGShim"]),
  ("Markup", ["Diagnostics", "CCMarkGFM"]),
  ("Scripting", ["Diagnostics"]),
  ("Mathematics", ["Diagnostics", "CDuktape"]),
  ("Templating", ["Diagnostics", "Markup"]),
  ("LessonProgram", ["Drawing", "Figures", "Lettering", "Raster"]),
  ("Lab", ["Diagnostics", "Scripting", "Recurrent", "Figures"]),
  (
    "SitePipeline",
    [
      "Diagnostics", "Drawing", "Fingerprinting", "Figures", "Lettering", "Raster", "Markup",
      "Scripting", "Mathematics", "Templating", "Lab",
    ]
  ),
  ("Workspace", ["Diagnostics", "Fingerprinting", "SitePipeline", "CFileSwap"]),
  ("Preview", ["Diagnostics", "SitePipeline", "Workspace"]),
  ("unroller", ["Diagnostics", "SitePipeline", "Workspace", "Preview"]),
  ("LiveUnroller", ["Recurrent"]),
]

@Suite("the house")
struct LayerTests {
  @Test("a module imports only what lies below it", arguments: layers.map(\.module))
  func importsPointDown(module: String) throws {
    let ours = Set(layers.map(\.module))
    let allowed = try #require(layers.first { $0.module == module }).mayImport
    for path in Checkout.files(in: "Sources/\(module)", suffix: ".swift") {
      for imported in try imports(of: path) where ours.contains(imported) {
        #expect(allowed.contains(imported), "\(path) may not import \(imported)")
      }
    }
  }

  @Test("the table of layers has no circle")
  func tableIsLayered() {
    var below: Set<String> = []
    for (module, mayImport) in layers {
      #expect(mayImport.isSubset(of: below), "\(module) names a module above it")
      below.insert(module)
    }
  }

  @Test("every folder of sources is in the table of layers")
  func tableIsComplete() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Checkout.root.appending(path: "Sources").path)
    let known = Set(layers.map(\.module))
    for folder in folders.sorted() where !folder.hasPrefix(".") {
      #expect(known.contains(folder), "Sources/\(folder) has no row")
    }
  }

  @Test("the map says what each module may import, but for what is C")
  func mapIsTrue() throws {
    let isC = { (name: String) in name.prefixMatch(of: /C[A-Z]/) != nil }
    let rows = try Checkout.text("docs/ARCHITECTURE.md").split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\| \d \| `(\w+)` \| ([^|]+) \|/)
    }
    let told = Dictionary(uniqueKeysWithValues: rows.map { (String($0.1), String($0.2)) })
    for (module, mayImport) in layers where !isC(module) {
      let names = try #require(told[module], "docs/ARCHITECTURE.md has no row for \(module)")
      guard names != "all above" else { continue }
      let listed = names.split(separator: ", ").map(String.init).filter { $0 != "–" && !isC($0) }
      #expect(Set(listed) == mayImport.filter { !isC($0) }, "\(module) imports \(names)")
    }
  }

  @Test("below the edge nothing opens files, reads clocks, draws lots or prints")
  func onlyTheEdgeTouchesTheWorld() throws {
    let edge: Set<String> = ["LessonProgram", "Workspace", "Preview", "unroller"]
    let banned = [
      "Date()", "UUID()", "SystemRandomNumberGenerator", ".random(in:", "shuffled()",
      "FileManager", "ProcessInfo", "fopen(", "getenv(", "clock_gettime", "ContinuousClock(",
    ]
    for module in layers.map(\.module) where !edge.contains(module) {
      for path in Checkout.files(in: "Sources/\(module)", suffix: ".swift") {
        for (number, line) in try code(of: path) {
          for word in banned where line.contains(word) {
            Issue.record("\(path):\(number): '\(word)' belongs to the edge")
          }
          if line.firstMatch(of: /(^|\s)print\(/) != nil, module != "Lab", module != "Scripting" {
            Issue.record("\(path):\(number): printing belongs to the edge")
          }
        }
      }
    }
  }

  private func imports(of path: String) throws -> [String] {
    try Checkout.text(path).split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\s*(?:@\w+ )?(?:\w+ )?import (?:\w+ )?(\w+)/).map { String($0.1) }
    }
  }

  /// The lines that are not comments, with their numbers and without what stands in quotes.
  private func code(of path: String) throws -> [(Int, Substring)] {
    let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      line.drop { $0 == " " }.hasPrefix("//")
        ? nil : (index + 1, line.replacing(/"[^"]*"/, with: "\"\""))
    }
  }
}
