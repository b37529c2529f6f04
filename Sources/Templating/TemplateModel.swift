/// A value that templates can show: what its fields are called, what they are, where they come
/// from.
///
/// One declaration gives both the shape that templates are checked against and the values that
/// they are filled with, so the two cannot drift apart.
package protocol TemplateModel: Sendable {
  static var fields: [TemplateField<Self>] { get }
}

package struct TemplateField<Model>: Sendable {
  let name: String
  let kind: FieldKind
  /// Adds the field's value to what a template is filled with.
  let add: @Sendable (Model, inout Filling) -> Void
}

/// What a template may do with a field.
indirect enum FieldKind: Sendable {
  typealias Fields = @Sendable () -> [(name: String, kind: FieldKind)]

  /// Words; always escaped: `{{title}}`.
  case text
  /// HTML that we have made; never escaped: `{{{body}}}`.
  case html
  /// True or false, for sections only: `{{#isDraft}}…{{/isDraft}}`.
  case flag
  /// A list of texts; `{{.}}` inside its section.
  case texts
  /// Something with fields of its own, or nothing.
  case model(Fields)
  /// The same any number of times.
  case models(Fields)
}

extension TemplateField {
  /// Text that is always there, or that may be missing; a missing one hides its section.
  package static func text(
    _ name: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> TemplateField {
    TemplateField(name: name, kind: .text) { $1.add(text: value($0)) }
  }

  package static func html(
    _ name: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> TemplateField {
    TemplateField(name: name, kind: .html) { $1.add(html: value($0)) }
  }

  package static func flag(
    _ name: String, _ value: @escaping @Sendable (Model) -> Bool
  ) -> TemplateField {
    TemplateField(name: name, kind: .flag) { $1.add(flag: value($0)) }
  }

  package static func texts(
    _ name: String, _ value: @escaping @Sendable (Model) -> [String]
  ) -> TemplateField {
    TemplateField(name: name, kind: .texts) { $1.add(texts: value($0)) }
  }

  package static func object<Inner: TemplateModel>(
    _ name: String, _ value: @escaping @Sendable (Model) -> Inner?
  ) -> TemplateField {
    TemplateField(name: name, kind: .model { Inner.kinds }) { $1.add(model: value($0)) }
  }

  package static func list<Inner: TemplateModel>(
    _ name: String, _ value: @escaping @Sendable (Model) -> [Inner]
  ) -> TemplateField {
    TemplateField(name: name, kind: .models { Inner.kinds }) { $1.add(models: value($0)) }
  }
}

extension TemplateModel {
  static var kinds: [(name: String, kind: FieldKind)] { fields.map { ($0.name, $0.kind) } }
}
