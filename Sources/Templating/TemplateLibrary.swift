import Diagnostics
import Mustache

/// The templates of a theme, read once and checked against what they are filled with.
package struct TemplateLibrary: Sendable {
  /// A template that the generator fills, and the model it fills it with.
  package struct Entry: Sendable {
    let name: String
    let kinds: FieldKind.Fields

    package init<Model: TemplateModel>(_ name: String, filledWith _: Model.Type) {
      self.name = name
      kinds = { Model.kinds }
    }
  }

  private let library: MustacheLibrary
  private let words: [String: ShownText]
  private let moulds = Moulds()

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
    var tags: [String: [TemplateTag]] = [:]
    for (name, text) in files {
      let read = read(text, path: path(name))
      diagnostics += read.diagnostics
      (templates[name], tags[name]) = (read.value?.template, read.value?.tags)
    }
    var lint = TemplateLint(tags, unreadable: Set(files.map(\.name)).subtracting(tags.keys))
    let wordKinds = words.keys.map { (name: $0, kind: FieldKind.text) }
    for entry in entries {
      lint.check(
        entry.name, kinds: [("root", .text), ("words", .model { wordKinds })] + entry.kinds())
    }
    let shown = words.mapValues { ShownText(renderText: Filling.escaped($0)) }
    return Diagnosed(
      TemplateLibrary(
        library: MustacheLibrary(templates: templates), words: shown),
      diagnostics + lint.diagnostics)
  }

  /// The template filled with `model`; empty when there is no such template.
  ///
  /// - Parameter root: what leads from the page to the site's top.
  package func render<Model: TemplateModel>(
    _ name: String, _ model: Model, root: String
  ) -> String {
    var filling = Filling()
    filling.add(text: root)
    filling.add(model)
    let mould = moulds.mould(for: Moulds.Key(template: name, shape: filling.shape)) {
      var casting = Casting(filling.shape)
      var fields = casting.fields([("root", .text)] + Model.kinds)
      if fields["words"] == nil { fields["words"] = ShownModel(fields: words) }
      return Mould(library.render(ShownModel(fields: fields), withTemplate: name) ?? "")
    }
    return mould.filled(with: filling.texts)
  }

  // MARK: - Reading

  /// A line before every template: fields know which of them are text, and escape it.
  private static let escapingIsOurs = "{{% CONTENT_TYPE:TEXT}}\n"

  private static func read(
    _ text: String, path: String
  ) -> Diagnosed<(template: MustacheTemplate, tags: [TemplateTag])?> {
    let tags = TemplateReader.tags(in: text, path: path)
    guard tags.diagnostics.isEmpty else { return Diagnosed(nil, tags.diagnostics) }
    do {
      return Diagnosed((try MustacheTemplate(string: escapingIsOurs + text), tags.value))
    } catch let error as MustacheTemplate.ParserError {
      let place = Span(
        path: path, line: error.context.lineNumber - 1, column: error.context.columnNumber)
      return Diagnosed(nil, [.error(words(for: error.error), at: place)])
    } catch {
      let place = Span(path: path, line: 1, column: 1)
      return Diagnosed(nil, [.error("this template cannot be read", at: place)])
    }
  }

  /// What is wrong with tags that pair, in the order of how likely it is.
  private static func words(for error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .unfinishedName: "this tag's name cannot be read"
    case .textInsideInheritSection, .illegalTokenInsideInheritSection:
      "only blocks may stand inside of an inherited template"
    default: "this template cannot be read"
    }
  }
}
