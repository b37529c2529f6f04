/// A formula with its MathML, for the next build to begin with.
package struct TypesetFormula: Hashable, Sendable {
  package var tex: String
  package var isDisplay: Bool
  package var markup: String

  package init(tex: String, isDisplay: Bool, markup: String) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.markup = markup
  }
}
