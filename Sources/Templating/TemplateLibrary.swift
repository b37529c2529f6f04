import Diagnostics
import Mustache

/// The templates of a theme, read once and checked against what they are filled with.
package struct TemplateLibrary: Sendable {
  /// A template that the generator fills, and the model it fills it with.
  package struct Entry: Sendable {
    let name: String
    let kinds: @Sendable () -> [String: FieldKind]

    package init<Model: TemplateModel>(_ name: String, filledWith _: Model.Type) {
      self.name = name
      kinds = { Model.kinds }
    }
  }

  private let library: MustacheLibrary
  private let words: [String: String]

  /// - Parameters:
  ///   - files: every template's text by its name, the path without `.mustache`.
  ///   - entries: the templates that must be there.
  ///   - words: the interface's words by key; every template has them as `words`.
  ///   - path: how a template's file is called in diagnostics.
  package static func compile(
    _ files: [(name: String, text: String)], entries: [Entry], words: [String: String],
    path: @escaping (_ name: String) -> String
  ) -> Diagnosed<TemplateLibrary> {
    var diagnostics: [Diagnostic] = []
    var templates: [String: MustacheTemplate] = [:]
    for (name, text) in files {
      do {
        templates[name] = try MustacheTemplate(string: text)
      } catch let error as MustacheTemplate.ParserError {
        diagnostics.append(syntaxError(error, path: path(name)))
      } catch {
        diagnostics.append(
          .error("this is no template: \(error)", at: Span(path: path(name), line: 1, column: 1)))
      }
    }
    var lint = TemplateLint(files: files, path: path)
    let everywhere: [String: FieldKind] = [
      "root": .text, "words": .model { words.mapValues { _ in .text } },
    ]
    for entry in entries {
      lint.check(entry.name, kinds: entry.kinds().merging(everywhere) { own, _ in own })
    }
    return Diagnosed(
      TemplateLibrary(library: MustacheLibrary(templates: templates), words: words),
      diagnostics + lint.diagnostics)
  }

  /// The template filled with `model`; empty when there is no such template.
  ///
  /// - Parameter root: what leads from the page to the site's top.
  package func render(_ name: String, _ model: some TemplateModel, root: String) -> String {
    var fields = model.dictionary
    fields["root"] = root
    fields["words"] = words
    return library.render(fields, withTemplate: name) ?? ""
  }

  private static func syntaxError(
    _ error: MustacheTemplate.ParserError, path: String
  ) -> Diagnostic {
    .error(
      "this template cannot be read: \(error.error)",
      at: Span(path: path, line: error.context.lineNumber, column: error.context.columnNumber))
  }
}
