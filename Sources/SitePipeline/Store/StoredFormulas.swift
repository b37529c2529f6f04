import Fingerprinting
import Mathematics

/// The formulas of a course between builds, so that the engine that typesets them is started for
/// new ones only.
struct StoredFormulas {
  private let store: ResultStore
  private let key: String
  private let earlier: [TypesetFormula]
  let typesetter: MathTypesetter

  init(katex: [UInt8], macros: [String: String], store: ResultStore) {
    self.store = store
    var builder = Fingerprint.Builder()
    builder.add("engine", Engine.version)
    builder.add("form", MathTypesetter.form)
    builder.add("katex", katex)
    for (name, text) in macros.sorted(by: { $0.key < $1.key }) { builder.add(name, text) }
    key = "formulas-\(builder.finish().hex)"
    earlier = store.read(key).flatMap { try? Self.formulas(archived: $0) } ?? []
    typesetter = MathTypesetter(katex: katex, macros: macros, earlier: earlier)
  }

  /// Keeps what the course has now.
  ///
  /// - Parameter isWhole: whether every page was made, so that what nobody asked for is gone.
  func keep(isWhole: Bool) {
    let asked = typesetter.formulas
    let known = Set(asked)
    let formulas = isWhole ? asked : asked + earlier.filter { !known.contains($0) }
    guard formulas != earlier else { return }
    var archive = ArchiveWriter()
    archive.add(formulas) { archive, formula in
      archive.add(formula.tex)
      archive.add(formula.isDisplay ? 1 : 0)
      archive.add(formula.markup)
    }
    store.write(key, archive.bytes)
  }

  private static func formulas(
    archived bytes: [UInt8]
  ) throws(ArchiveReader.Damaged) -> [TypesetFormula] {
    var archive = ArchiveReader(bytes)
    return try archive.list { archive throws(ArchiveReader.Damaged) in
      TypesetFormula(
        tex: try archive.text(), isDisplay: try archive.number() == 1, markup: try archive.text())
    }
  }
}
