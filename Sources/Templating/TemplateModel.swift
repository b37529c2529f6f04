import Mustache

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
  let value: @Sendable (Model) -> Any?
}

/// What a template may do with a field.
indirect enum FieldKind: Sendable {
  /// Words; always escaped: `{{title}}`.
  case text
  /// HTML that we have made; never escaped: `{{{body}}}`.
  case html
  /// True or false, for sections only: `{{#isDraft}}…{{/isDraft}}`.
  case flag
  /// A list of texts; `{{.}}` inside its section.
  case texts
  /// Something with fields of its own, once or many times.
  case model(@Sendable () -> [String: FieldKind])
}

extension TemplateField {
  /// Text that is always there, or that may be missing; a missing one hides its section.
  package static func text(
    _ name: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> TemplateField {
    TemplateField(name: name, kind: .text) { ShownText(text: value($0)) }
  }

  package static func html(
    _ name: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> TemplateField {
    TemplateField(name: name, kind: .html) { ShownText(html: value($0)) }
  }

  package static func flag(
    _ name: String, _ value: @escaping @Sendable (Model) -> Bool
  ) -> TemplateField {
    TemplateField(name: name, kind: .flag, value: value)
  }

  package static func texts(
    _ name: String, _ value: @escaping @Sendable (Model) -> [String]
  ) -> TemplateField {
    TemplateField(name: name, kind: .texts) { ShownList(value($0).map { ShownText(escaping: $0) }) }
  }

  package static func object<Inner: TemplateModel>(
    _ name: String, _ value: @escaping @Sendable (Model) -> Inner?
  ) -> TemplateField {
    TemplateField(name: name, kind: .model { Inner.kinds }) { value($0)?.shown }
  }

  package static func list<Inner: TemplateModel>(
    _ name: String, _ value: @escaping @Sendable (Model) -> [Inner]
  ) -> TemplateField {
    TemplateField(name: name, kind: .model { Inner.kinds }) { ShownList(value($0).map(\.shown)) }
  }
}

extension TemplateModel {
  static var kinds: [String: FieldKind] {
    Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.kind) })
  }

  /// The model as the template library takes it.
  var shown: ShownModel {
    ShownModel { name in
      // Not `first(where:)`, which would copy every field that it passes.
      let fields = Self.fields
      guard let place = fields.indices.first(where: { fields[$0].name == name }) else {
        return nil
      }
      return fields[place].value(self) ?? ShownText(missing: ())
    }
  }
}
