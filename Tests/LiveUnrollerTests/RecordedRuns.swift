import Foundation
import LiveUnroller

/// `Vectors/runs.txt`: what the native core gives for a few settings, to the last bit, so that the
/// WebAssembly in another program can be held against it.
///
/// A line is: cell, sequence, steps, radius, forget bias, a digest of all numbers, the gradient
/// norms. `RECORD_RUNS=1 swift test --filter LiveUnroller` writes it anew.
enum RecordedRuns {
  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Vectors/runs.txt")
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_RUNS"] == "1"

  static var settings: [LiveSettings] {
    var list: [LiveSettings] = []
    for cell in LiveSettings.Cell.allCases {
      for sequence in LiveSettings.Sequence.allCases {
        list.append(LiveSettings(cell: cell, sequence: sequence))
      }
      list.append(LiveSettings(cell: cell, steps: 100, radius: 0.05, forgetBias: -5))
      list.append(LiveSettings(cell: cell, sequence: .wave, steps: 2, radius: 2, forgetBias: 5))
      list.append(LiveSettings(cell: cell, sequence: .square, steps: 73, radius: 1.35))
      list.append(LiveSettings(cell: cell, sequence: .pulse, steps: 41, radius: 0))
    }
    return list
  }

  static var text: String {
    settings.map { line(for: $0) + "\n" }.joined()
  }

  private static func line(for settings: LiveSettings) -> String {
    let run = LiveRun(settings)
    let numbers = run.inputs + run.gradientNorms + run.hidden + run.cell
    let start = [
      "\(settings.cell.rawValue)", "\(settings.sequence.rawValue)", "\(settings.steps)",
      "\(settings.radius)", "\(settings.forgetBias)", digest(of: numbers),
    ]
    return (start + run.gradientNorms.map { "\($0)" }).joined(separator: " ")
  }

  /// FNV-1a over the bytes of the numbers, the lowest byte first.
  private static func digest(of numbers: [Double]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for number in numbers {
      for shift in stride(from: 0, to: 64, by: 8) {
        hash = (hash ^ (number.bitPattern >> shift & 0xff)) &* 0x0000_0100_0000_01b3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
