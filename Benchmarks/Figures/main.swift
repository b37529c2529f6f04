import Drawing
import Foundation
import Lettering
import Raster

// How long a picture takes from its scene to its PNG bytes, and how much of that is libpng.
//
//   figure-benchmark [FOLDER]      writes the pictures into FOLDER, if given, and prints a table
//
// CPU time, the median of 41 pictures that each differ from the last; the glyphs are known.

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

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

let fonts = FontSet(
  regular: font(StandardFonts.regular), semibold: font(StandardFonts.semibold),
  italic: font(StandardFonts.italic), fallbacks: [font(StandardFonts.fallback)])
let scenes = Scenes(typesetter: try HarfBuzzTypesetter(fonts))

print("| picture | letters + scene ms | paint ms | PNG ms | scene to PNG ms | kB | colours |")
print("|---|--:|--:|--:|--:|--:|--:|")
for (name, draw) in [("line", scenes.line), ("heat", scenes.heat), ("diagram", scenes.diagram)] {
  var times: [[Double]] = [[], [], []]
  var file: [UInt8] = []
  var colors = 0
  for number in 0..<41 {
    var scene = draw(0)
    times[0].append(milliseconds { scene = draw(number) })
    var pixmap = Pixmap(width: 1, height: 1, pixels: [0])
    times[1].append(milliseconds { pixmap = Pixmap(painting: scene) })
    times[2].append(try milliseconds { file = try PNG.encode(pixmap) })
    colors = Set(pixmap.pixels).count
  }
  let medians = times.map(median)
  let total = medians[1] + medians[2]
  let cells = (medians + [total, Double(file.count) / 1024]).map { String(format: "%.1f", $0) }
  print("| \(name) | \(cells.joined(separator: " | ")) | \(colors) |")
  if CommandLine.arguments.count > 1 {
    let folder = URL(filePath: CommandLine.arguments[1])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(file).write(to: folder.appending(path: "\(name).png"))
  }
}
