/// Where results are kept between builds: bytes by a key that is a hash of everything they depend
/// on, so that an entry is right or is not there.
///
/// A value that is passed in: the phases know no disk.
package struct ResultStore: Sendable {
  package var read: @Sendable (_ key: String) -> [UInt8]?
  package var write: @Sendable (_ key: String, _ bytes: [UInt8]) -> Void

  package init(
    read: @escaping @Sendable (String) -> [UInt8]?,
    write: @escaping @Sendable (String, [UInt8]) -> Void
  ) {
    self.read = read
    self.write = write
  }

  /// Keeps nothing: everything is worked out anew.
  package static let none = ResultStore(read: { _ in nil }, write: { _, _ in })
}
