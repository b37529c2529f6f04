import Diagnostics
import Markup

/// The words of the interface, by key, from the theme's `words/en.yml`.
enum InterfaceWords {
  static func read(_ templates: SourceTree, folder: String) -> Diagnosed<[String: String]> {
    let path = "words/en.yml"
    guard let text = templates.text(path) else {
      return Diagnosed([:], [.error("the theme has no file '\(folder)/\(path)'", at: nil)])
    }
    return parseWords(path: "\(folder)/\(path)", text: text)
  }
}
