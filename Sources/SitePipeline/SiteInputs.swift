import Lettering
import Mathematics

/// Everything that a site is made of, read from the disk before the first phase starts.
package struct SiteInputs: Sendable {
  package var content: SourceTree
  package var templates: SourceTree
  /// What the two folders are called in diagnostics.
  package var contentName: String
  package var templatesName: String
  package typealias Fonts = FontSet

  package var fonts: Fonts
  /// KaTeX's script, or nil where it is not installed; only formulas need it.
  package var katex: [UInt8]?

  package init(
    content: SourceTree, templates: SourceTree, contentName: String = "content",
    templatesName: String = "templates", fonts: FontSet, katex: [UInt8]?
  ) {
    self.content = content
    self.templates = templates
    self.contentName = contentName
    self.templatesName = templatesName
    self.fonts = fonts
    self.katex = katex
  }
}
