import CHarfBuzz

/// Letters that one font shapes in one go: one script, one direction.
struct TextRun {
  var text: String
  /// The index of the font in the typesetter's row.
  var face: Int
  var script: hb_script_t
  var isRightToLeft: Bool
}

/// How a line's characters are told apart: by script, by direction, by the side they lean to.
///
/// A cut of the Unicode bidirectional algorithm for the short lines that figures have: strong
/// characters, numbers and neutrals; no explicit embeddings and no mirrored brackets across fonts.
/// The base direction is left to right, as labels of one figure should agree.
enum BidirectionalLine {
  /// The level of every character: even runs to the right, odd to the left.
  static func levels(of characters: [Character]) -> [Int] {
    let classes = characters.map(Class.init)
    let following = nextLeaning(in: classes)
    var levels = [Int](repeating: 0, count: classes.count)
    var strong = Class.leftToRight
    for (index, kind) in classes.enumerated() {
      switch kind {
      case .leftToRight, .rightToLeft:
        strong = kind
        levels[index] = kind == .rightToLeft ? 1 : 0
      case .number:
        // Digits among Arabic or Hebrew letters still run to the right, inside what runs left.
        levels[index] = strong == .rightToLeft ? 2 : 0
      case .neutral:
        let next = following[index]
        let leansLeft = strong == .rightToLeft && (next == .rightToLeft || next == .number)
        levels[index] = leansLeft ? 1 : 0
      }
    }
    return levels
  }

  /// The order in which to set the runs, given each run's level: the algorithm's rule L2.
  static func visualOrder(of levels: [Int]) -> [Int] {
    var order = Array(levels.indices)
    for level in stride(from: levels.max() ?? 0, to: 0, by: -1) {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }

  /// For every place, the class of the next character that is not neutral; neutral at the end.
  private static func nextLeaning(in classes: [Class]) -> [Class] {
    var result = classes
    for index in classes.indices.dropLast().reversed() where classes[index] == .neutral {
      result[index] = result[index + 1]
    }
    return result
  }

  private enum Class {
    case leftToRight, rightToLeft, number, neutral

    init(_ character: Character) {
      guard let first = character.unicodeScalars.first else {
        self = .neutral
        return
      }
      if first.properties.generalCategory == .decimalNumber {
        self = .number
        return
      }
      let script = BidirectionalLine.script(of: first)
      if script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED
        || script == HB_SCRIPT_UNKNOWN
      {
        self = .neutral
      } else {
        self =
          hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL
          ? .rightToLeft : .leftToRight
      }
    }
  }

  /// The script of a character; what belongs to all scripts goes with what stands before it.
  static func script(of character: Character, after previous: hb_script_t) -> hb_script_t {
    for scalar in character.unicodeScalars {
      let script = script(of: scalar)
      if script != HB_SCRIPT_COMMON, script != HB_SCRIPT_INHERITED, script != HB_SCRIPT_UNKNOWN {
        return script
      }
    }
    return previous
  }

  private static func script(of scalar: Unicode.Scalar) -> hb_script_t {
    hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
  }
}
