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

  private var library: MustacheLibrary
  private let words: [String: String]
  private let uses: [String: TemplateUse]

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
    let everywhere = everywhere(words)
    for entry in entries {
      lint.check(entry.name, kinds: entry.kinds().merging(everywhere) { own, _ in own })
    }
    return Diagnosed(
      TemplateLibrary(
        library: MustacheLibrary(templates: templates), words: words, uses: lint.uses),
      diagnostics + lint.diagnostics)
  }

  /// The template filled with `model`; empty when there is no such template.
  ///
  /// - Parameter root: what leads from the page to the site's top.
  package func render(_ name: String, _ model: some TemplateModel, root: String) -> String {
    let fields = model.shown
    let interface = ShownModel { words[$0].map { ShownText(escaping: $0) } }
    let shown = ShownModel { name in
      switch name {
      case "root": ShownText(escaping: root)
      case "words": interface
      default: fields.child(named: name)
      }
    }
    return library.render(shown, withTemplate: name) ?? ""
  }

  /// The library for pages that all have the fields of `model` from the same `root`: what reads
  /// nothing else is filled once for all of them.
  package func filled<Model: TemplateModel>(
    with model: Model, root: String, in entry: String
  ) -> TemplateLibrary {
    let fields = Set(Model.fields.map(\.name) + Self.everywhere(words).keys)
    var filled = self
    for (name, use) in uses where name != entry && use.isFixed(by: fields, in: entry) {
      let text = Self.unlikelyMarks + render(name, model, root: root)
      guard let template = try? MustacheTemplate(string: text) else { continue }
      filled.library.register(template, named: name)
    }
    return filled
  }

  // MARK: - Reading

  /// Fields that every template has.
  private static func everywhere(_ words: [String: String]) -> [String: FieldKind] {
    ["root": .text, "words": .model { words.mapValues { _ in .text } }]
  }

  /// Under these marks a text is a template that shows itself; one that has them is no template.
  private static let unlikelyMarks = "{{=<%%%% %%%%>=}}\n"

  /// A line before every template. The fields know which of them are text, and escape it many
  /// times faster than the library, which goes from character to character.
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
