import Lab
import Scripting

/// Everything that a block may use, one declaration a line, types in the order of their names.
package var lessonAPI: String {
  var lines: [String] = []
  var owner: String?
  for declaration in Library.lab.declarations {
    if declaration.owner != owner {
      owner = declaration.owner
      lines.append("")
      if let owner { lines.append("\(owner)") }
    }
    lines.append(owner == nil ? declaration.text : "  \(declaration.text)")
  }
  return lines.drop { $0.isEmpty }.joined(separator: "\n")
}
