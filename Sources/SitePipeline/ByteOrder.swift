// Inlinable, because a sort that is not made for its elements takes ten times as long.

extension Sequence {
  /// In the order of their names' bytes, which is the same on every machine and in every locale.
  @inlinable
  package func sortedByBytes(of name: (Element) -> String) -> [Element] {
    sorted { name($0).precedesByBytes(name($1)) }
  }
}

extension Sequence<String> {
  @inlinable
  package func sortedByBytes() -> [String] { sortedByBytes { $0 } }
}

extension String {
  @usableFromInline
  package func precedesByBytes(_ other: String) -> Bool {
    // Bytes that lie side by side are compared ten times as fast as through a view.
    let side = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { mine.lexicographicallyPrecedes($0) }
    }
    return (side ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
