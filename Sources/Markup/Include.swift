import Diagnostics

/// How a lesson finds the files that its `::: include` directives name.
package struct IncludedFiles: Sendable {
  package enum Found: Sendable {
    /// - Parameter path: as diagnostics name the file.
    case file(path: String, bytes: [UInt8])
    case missing(String, hint: String?)
  }

  /// - Parameter includer: the file that asks, as diagnostics name it.
  package typealias Find = @Sendable (_ file: String, _ includer: String) -> Found

  let find: Find

  package init(find: @escaping Find) {
    self.find = find
  }

  /// For text that has no other files around it.
  package static let none = IncludedFiles { file, _ in
    .missing("there is no file '\(file)' here", hint: nil)
  }
}

/// Puts the text of other files in the place of the directives that ask for it.
///
/// Everything keeps the place where it was written, so that a mistake is shown in its own file.
struct Includer {
  /// More than any lesson needs; files that include each other twice double with every step.
  private static let most = 200

  let files: IncludedFiles
  let isSmart: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var count = 0
  /// The files that are being read, from the lesson on.
  private var chain: [String]
  private var footnotes: [[Block]]

  private init(_ document: Document, _ files: IncludedFiles, isSmart: Bool) {
    self.files = files
    self.isSmart = isSmart
    chain = [document.path]
    footnotes = document.footnotes
  }

  /// - Returns: whether anything was asked for.
  static func expand(
    _ document: inout Diagnosed<Document>, with files: IncludedFiles, isSmart: Bool
  ) -> Bool {
    guard document.value.blocks.contains(where: { $0.includesOthers }) else { return false }
    var includer = Includer(document.value, files, isSmart: isSmart)
    document.value.blocks = includer.expanded(document.value.blocks)
    document.value.footnotes = includer.footnotes
    document.diagnostics += includer.diagnostics
    return true
  }

  private mutating func expanded(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      if case .directive(let directive) = block.kind, directive.isInclude {
        result += text(of: directive)
      } else if block.includesOthers {
        result.append(expandedInside(block))
      } else {
        result.append(block)
      }
    }
    return result
  }

  private mutating func expandedInside(_ block: Block) -> Block {
    var block = block
    switch block.kind {
    case .list(var list):
      for item in list.items.indices { list.items[item].blocks = expanded(list.items[item].blocks) }
      block.kind = .list(list)
    case .quote(let inner): block.kind = .quote(expanded(inner))
    case .directive(var directive):
      directive.blocks = expanded(directive.blocks)
      block.kind = .directive(directive)
    default: break
    }
    return block
  }

  private mutating func text(of directive: Directive) -> [Block] {
    var reader = ComponentReader(directive)
    let name = reader.readInclude()
    diagnostics += reader.finish()
    guard let name else { return [] }
    count += 1
    guard count <= Self.most else {
      if count == Self.most + 1 {
        report("this page includes more than \(Self.most) files", directive, hint: nil)
      }
      return []
    }
    switch files.find(name, chain.last ?? "") {
    case .missing(let message, let hint):
      report(message, directive, hint: hint)
      return []
    case .file(let path, let bytes):
      guard !chain.contains(path) else {
        let circle = (chain.drop { $0 != path } + [path]).joined(separator: " → ")
        report("this file includes itself", directive, hint: "the circle is \(circle)")
        return []
      }
      return blocks(of: path, bytes)
    }
  }

  private mutating func blocks(of path: String, _ bytes: [UInt8]) -> [Block] {
    let read = readIncluded(
      path: path, bytes: bytes, isSmart: isSmart, firstFootnote: footnotes.count)
    diagnostics += read.diagnostics
    footnotes += read.value.footnotes
    chain.append(path)
    defer { chain.removeLast() }
    return expanded(read.value.blocks)
  }

  private mutating func report(_ message: String, _ directive: Directive, hint: String?) {
    let file = directive.attributes.first { $0.key == "file" }
    diagnostics.append(.error(message, at: file?.span ?? directive.nameSpan, hint: hint))
  }
}

extension Directive {
  fileprivate var isInclude: Bool { name == "include" }
}

extension Block {
  fileprivate var includesOthers: Bool {
    switch kind {
    case .list(let list): list.items.contains { $0.blocks.contains(where: \.includesOthers) }
    case .quote(let blocks): blocks.contains(where: \.includesOthers)
    case .directive(let directive):
      directive.isInclude || directive.blocks.contains(where: \.includesOthers)
    default: false
    }
  }
}
