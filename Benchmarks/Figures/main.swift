import Drawing
import Foundation
import Lettering
import Raster

// How long a picture takes from its scene to its PNG bytes, and how much of that is libpng.
//
//   figure-benchmark [FOLDER]      writes the pictures into FOLDER, if given, and prints a table
//
// CPU time, the median of 41 pictures that each differ from the last; the glyphs are known. The
// floor is libpng alone, writing the same rows. Memory is how far the process grows above what it
// held before, as a multiple of the picture's pixels at four bytes each (Linux only).

func font(_ name: String) -> FontFile {
  for folder in StandardFonts.folders {
    let path = NSString(string: folder + "/" + name).expandingTildeInPath
    if let data = FileManager.default.contents(atPath: path) {
      return FontFile(name: name, bytes: Array(data))
    }
  }
  fatalError("'\(name)' is not installed. \(StandardFonts.hint)")
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let start = clock()
  try body()
  return Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
}

/// The largest memory of the process since the last call, in bytes, or nil where nobody says.
func peakMemory() -> Double? {
  let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  let peak = line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
  // Writing 5 sets the mark back to what is held now.
  try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  return peak.map { $0 * 1024 }
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

let fonts = FontSet(
  regular: font(StandardFonts.regular), semibold: font(StandardFonts.semibold),
  italic: font(StandardFonts.italic), fallbacks: [font(StandardFonts.fallback)])
let scenes = Scenes(typesetter: try HarfBuzzTypesetter(fonts))

print(
  "| picture | letters + scene ms | paint ms | PNG ms | libpng alone ms | scene to PNG ms | kB "
    + "| memory / pixels | colours |")
print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
for (name, draw) in [("line", scenes.line), ("heat", scenes.heat), ("diagram", scenes.diagram)] {
  var times: [[Double]] = [[], [], [], []]
  var file: [UInt8] = []
  var colors = 0
  var growth: [Double] = []
  for number in 0..<41 {
    var scene = draw(0)
    times[0].append(milliseconds { scene = draw(number) })
    var pixmap = Pixmap(width: 1, height: 1, pixels: [0])
    _ = peakMemory()
    let before = peakMemory() ?? 0
    times[1].append(milliseconds { pixmap = Pixmap(painting: scene) })
    times[2].append(try milliseconds { file = try PNG.encode(pixmap) })
    growth.append(((peakMemory() ?? 0) - before) / Double(pixmap.pixels.count * 4))
    let rows = PNG.rows(of: pixmap)
    times[3].append(try milliseconds { _ = try PNG.write(rows) })
    colors = Set(pixmap.pixels).count
  }
  let medians = times.map(median)
  let total = medians[1] + medians[2]
  let cells = (medians + [total, Double(file.count) / 1024, growth.max() ?? 0]).map {
    String(format: "%.1f", $0)
  }
  print("| \(name) | \(cells.joined(separator: " | ")) | \(colors) |")
  if CommandLine.arguments.count > 1 {
    let folder = URL(filePath: CommandLine.arguments[1])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(file).write(to: folder.appending(path: "\(name).png"))
  }
}
