import Fingerprinting
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

extension SiteInputs {
  /// The hash of everything that a site is made of, but for the program that makes it.
  package var fingerprint: String {
    var all = Fingerprint.Builder()
    for (name, tree) in [(contentName, content), (templatesName, templates)] {
      all.add("folder", name)
      for path in tree.paths { all.add(path, tree.files[path] ?? []) }
    }
    all.add("fonts", fonts.key)
    all.add("katex", katex ?? [])
    return all.finish().hex
  }
}
