import CHarfBuzz
import Drawing

/// What a typesetter does once it has the fonts to itself.
struct Composer {
  /// Regular, semibold, italic and then the fallbacks.
  private let faces: [Face]
  private let pen = Pen()

  init(_ fonts: FontSet) throws(FontError) {
    var faces: [Face] = []
    for file in fonts.files { faces.append(try Face(file)) }
    self.faces = faces
  }

  func capHeight(of style: TextStyle) -> Double {
    let face = faces[preferredFace(for: style)]
    return face.capHeight(drawnBy: pen) * style.size / face.unitsPerEm
  }

  func letter(_ text: String, style: TextStyle) -> Lettering {
    let runs = runs(of: text, preferring: preferredFace(for: style))
    var line = Lettering(outlines: Path(), advance: 0)
    for run in runs { set(run, size: style.size, on: &line) }
    return line
  }

  /// Italics have one weight: figures write variables in them, never headings.
  private func preferredFace(for style: TextStyle) -> Int {
    style.isItalic ? 2 : style.weight == .semibold ? 1 : 0
  }

  /// Adds a run's letters at the right end of the line.
  private func set(_ run: TextRun, size: Double, on line: inout Lettering) {
    let face = faces[run.face]
    let scale = size / face.unitsPerEm
    let glyphs = face.shape(run)
    var pen = 0.0
    for glyph in glyphs {
      guard glyph.id != 0 else { continue }
      let corner = Point(pen + glyph.offset.x, glyph.offset.y)
      line.outlines.append(
        face.outline(of: glyph.id, drawnBy: self.pen).mapPoints { point in
          Point(line.advance + (corner.x + point.x) * scale, -(corner.y + point.y) * scale)
        })
      pen += glyph.advance
    }
    line.missing += missing(from: run, glyphs: glyphs)
    line.advance += pen * scale
  }

  /// The characters behind the boxes of a shaped run, in the order they are read.
  private func missing(from run: TextRun, glyphs: [PlacedGlyph]) -> [Unicode.Scalar] {
    let clusters = glyphs.filter { $0.id == 0 }.map(\.cluster).sorted()
    return clusters.compactMap { cluster in
      let utf8 = run.text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: cluster, limitedBy: utf8.endIndex)
      return start.flatMap { $0 < utf8.endIndex ? run.text.unicodeScalars[$0] : nil }
    }
  }
}

// MARK: - Cutting a line into runs

extension Composer {
  /// The line's runs in the order in which they stand, from left to right.
  private func runs(of text: String, preferring preferred: Int) -> [TextRun] {
    let characters = Array(text)
    let levels = BidirectionalLine.levels(of: characters)
    var runs: [TextRun] = []
    var runLevels: [Int] = []
    var script = HB_SCRIPT_LATIN
    for (character, level) in zip(characters, levels) {
      script = BidirectionalLine.script(of: character, after: script)
      let face = face(for: character, preferring: preferred)
      if let last = runs.indices.last, runs[last].face == face, runs[last].script == script,
        runLevels[last] == level
      {
        runs[last].text.append(character)
      } else {
        runs.append(
          TextRun(
            text: String(character), face: face, script: script,
            isRightToLeft: !level.isMultiple(of: 2)))
        runLevels.append(level)
      }
    }
    return BidirectionalLine.visualOrder(of: runLevels).map { runs[$0] }
  }

  /// The first font that has all of a character, marks and joiners included.
  private func face(for character: Character, preferring preferred: Int) -> Int {
    let fallbacks = faces.indices.dropFirst(FontSet.styledCount)
    if covers(character, face: preferred) { return preferred }
    return fallbacks.first { covers(character, face: $0) } ?? preferred
  }

  private func covers(_ character: Character, face: Int) -> Bool {
    let scalars = character.unicodeScalars
    if scalars.allSatisfy({ faces[face].covers($0) }) { return true }
    guard scalars.count > 1 else { return false }
    // A font may lack a mark and still have the letter that carries it; shaping knows.
    let script = BidirectionalLine.script(of: character, after: HB_SCRIPT_LATIN)
    let run = TextRun(
      text: String(character), face: face, script: script,
      isRightToLeft: hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL)
    return faces[face].shape(run).allSatisfy { $0.id != 0 }
  }
}
