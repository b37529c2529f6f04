import Foundation
import Recurrent

/// An array of a reference file: row-major numbers with their shape.
struct Numbers: Decodable {
  let shape: [Int]
  let data: [Double]

  /// As the core keeps sequences; `batchFirst` for Keras, whose first axis is the batch.
  func batch(batchFirst: Bool = false) -> SequenceBatch {
    let (steps, batch) = batchFirst ? (shape[1], shape[0]) : (shape[0], shape[1])
    var result = SequenceBatch(steps: steps, batch: batch, features: shape[2])
    for step in 0..<steps {
      for row in 0..<batch {
        let start = (batchFirst ? row * steps + step : step * batch + row) * shape[2]
        for feature in 0..<shape[2] { result[step, row, feature] = data[start + feature] }
      }
    }
    return result
  }

  func matrix() -> Matrix {
    var result = Matrix(rows: shape[0], columns: shape[1])
    result.values = data
    return result
  }

  /// The part of the first axis at `index`.
  func slice(_ index: Int) -> Numbers {
    let size = data.count / shape[0]
    return Numbers(
      shape: Array(shape.dropFirst()), data: Array(data[index * size..<(index + 1) * size]))
  }

  init(shape: [Int], data: [Double]) {
    self.shape = shape
    self.data = data
  }
}

/// One forward and one full backward pass of another implementation; `Vectors/README.md` says how
/// the numbers were made.
struct CellCase: Decodable, Sendable {
  let name: String
  let cell: String
  let num_layers: Int?
  let params: [String: Numbers]
  let x: Numbers
  let h0: Numbers?
  let c0: Numbers?
  let loss_weight_y: Numbers
  let loss_weight_hn: Numbers?
  let loss_weight_cn: Numbers?
  let outputs: Outputs
  let grads: Gradients

  struct Outputs: Decodable {
    let y: Numbers
    let h: Numbers?
    let c: Numbers?
    let gates: Numbers?
  }

  struct Gradients: Decodable {
    let params: [String: Numbers]
    let x: Numbers
    let h: Numbers?
    let c: Numbers?
    let h0: Numbers?
    let c0: Numbers?
  }

  var layers: Int { num_layers ?? 1 }

  static func all(_ file: String) -> [CellCase] {
    struct File: Decodable { let cases: [CellCase] }
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/\(file).json")
    guard let data = try? Data(contentsOf: path),
      let file = try? JSONDecoder().decode(File.self, from: data)
    else { return [] }
    return file.cases
  }
}

/// The largest difference, relative to the larger of 1 and the largest expected magnitude.
func distance(_ ours: [Double], _ theirs: [Double]) -> Double {
  guard ours.count == theirs.count else { return .infinity }
  let scale = max(1, theirs.map(abs).max() ?? 1)
  return zip(ours, theirs).map { abs($0 - $1) / scale }.max() ?? 0
}
