import Diagnostics

/// Reads a file of `key: words`, one a line: the interface's words in one language.
package func parseWords(path: String, text: String) -> Diagnosed<[String: String]> {
  var fields = YAMLFields(text, path: path, lineOffset: 0)
  fields.expectTexts()
  return Diagnosed(fields.scalars, fields.problems)
}
