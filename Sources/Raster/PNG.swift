import CPNGShim

/// Pictures as PNG files, by libpng.
///
/// What a file promises is its decoded pixels; its bytes are the same wherever zlib is. No time is
/// ever written.
package enum PNG {
  /// A note inside the file.
  package struct Text: Hashable, Sendable {
    /// 1 to 79 printable ASCII characters, without spaces at the ends.
    package var key: String
    package var value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }
}

/// A file that is no PNG, or a picture that cannot be one.
package struct PNGError: Error, Hashable, CustomStringConvertible {
  package let message: String

  package init(message: String) { self.message = message }

  package var description: String { message }
}
