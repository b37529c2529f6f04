import Markup

/// What a template is filled with, taken apart: the texts, and the shape of the model that they
/// stand in.
///
/// The shape says of every field, in the order of the model's declaration, whether it is there and
/// how often. Two fillings of one shape choose the same sections of a template and differ in their
/// texts alone.
struct Filling {
  /// What the shape has of a text.
  enum Text: Int {
    case missing, text
    /// After which a template stands at the beginning of a line.
    case line
  }

  private(set) var shape: [Int] = []
  /// As they go into the page, the missing ones left out.
  private(set) var texts: [String] = []

  mutating func add(html: String?) {
    guard let html, !html.isEmpty else { return shape.append(Text.missing.rawValue) }
    shape.append((html.last == "\n" ? Text.line : .text).rawValue)
    texts.append(html)
  }

  mutating func add(text: String?) { add(html: text.map(Self.escaped)) }

  mutating func add(flag: Bool) { shape.append(flag ? 1 : 0) }

  mutating func add(texts: [String]) {
    shape.append(texts.count)
    for text in texts { add(text: text) }
  }

  mutating func add<Model: TemplateModel>(model: Model?) {
    shape.append(model == nil ? 0 : 1)
    if let model { add(model) }
  }

  mutating func add<Model: TemplateModel>(models: [Model]) {
    shape.append(models.count)
    for model in models { add(model) }
  }

  mutating func add<Model: TemplateModel>(_ model: Model) {
    for field in Model.fields { field.add(model, &self) }
  }

  /// Escaping is ours: the template library's own goes from character to character.
  static func escaped(_ text: String) -> String {
    let html = escapedHTML(text)
    // A theme may put an attribute between apostrophes.
    let hasApostrophe = html.utf8.contains(UInt8(ascii: "'"))
    return hasApostrophe ? html.replacing("'", with: "&#39;") : html
  }
}
