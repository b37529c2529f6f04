import CCMarkGFM

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What libcmark-gfm keeps for the whole process: node types and syntax extensions, made once.
///
/// The library's tables of inline characters are global and change while a document is parsed, so
/// documents are parsed one after the other (`CMarkParser`); unlocked threads gave wrong trees
/// without a word.
struct NodeTypes {
  typealias Node = OpaquePointer

  let directive = cmark_syntax_extension_add_node(0)
  let fenceEnd = cmark_syntax_extension_add_node(0)
  let mathBlock = cmark_syntax_extension_add_node(0)
  let table: cmark_node_type
  let tableRow: cmark_node_type
  let strikethrough: cmark_node_type

  static let shared = NodeTypes()

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    table = shim_type_table()
    tableRow = shim_type_table_row()
    strikethrough = shim_type_strikethrough()
  }

  /// Block types have these two bits as `10`, inline types as `11`.
  static func isBlock(_ type: cmark_node_type) -> Bool { type.rawValue & 0xC000 == 0x8000 }

  /// The name of one of our own nodes, for the library's messages.
  ///
  /// Made once and never freed: the library keeps the pointer.
  static func name(of node: Node?) -> UnsafePointer<CChar>? { ownName }

  // A constant string that nobody writes to; the pointer type alone keeps it from being Sendable.
  private nonisolated(unsafe) static let ownName = UnsafePointer(strdup("unroller"))
}

extension UnsafePointer<UInt8> {
  /// The same bytes as the library's character type.
  var characters: UnsafePointer<CChar> {
    UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self)
  }
}
