/// The SHA-256 of something (FIPS 180-4): equal fingerprints are taken for equal things.
package struct Fingerprint: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// A fingerprint that was kept as its 32 bytes; nil for another number of bytes.
  package init?(kept bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The fingerprint of bytes as they are.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256State()
    hash.update(Array(bytes))
    self.bytes = hash.finish()
  }

  package init(ofText text: String) {
    self.init(of: text.utf8)
  }

  fileprivate init(finishing hash: consuming SHA256State) {
    bytes = hash.finish()
  }

  /// 64 digits, in lower case.
  package var hex: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// The first eight digits: enough to tell the versions of one file apart, in its name.
  package var short: String { String(hex.prefix(8)) }
}

extension Fingerprint {
  /// Fields, each with its name, hashed so that no two lists of fields read as the same bytes:
  /// names and values are written with their lengths before them.
  package struct Builder: ~Copyable {
    private var hash = SHA256State()

    package init() {}

    package mutating func add(_ name: String, _ value: [UInt8]) {
      let name = Array(name.utf8)
      hash.update(Self.length(name.count) + name + Self.length(value.count))
      hash.update(value)
    }

    package mutating func add(_ name: String, _ value: String) {
      add(name, Array(value.utf8))
    }

    package consuming func finish() -> Fingerprint {
      Fingerprint(finishing: hash)
    }

    /// Eight bytes, the lowest first.
    private static func length(_ count: Int) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    }
  }
}
