import Fingerprinting

extension Pixmap {
  /// The hash of the picture's size and pixels, which no version of an encoder changes.
  package var fingerprint: String {
    var builder = Fingerprint.Builder()
    builder.add("width", String(width))
    builder.add("height", String(height))
    builder.add("pixels", bytes)
    return builder.finish().hex
  }
}
