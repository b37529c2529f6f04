import Fingerprinting
import Lettering
import Raster

/// The hash of everything that decides a picture, field by field.
func figureKey(_ fields: [(name: String, value: [UInt8])]) -> String {
  var builder = Fingerprint.Builder()
  for field in fields { builder.add(field.name, field.value) }
  return builder.finish().hex
}

/// The hash of a picture's size and pixels, which no version of an encoder changes.
func pixelFingerprint(_ pixmap: Pixmap) -> String {
  var builder = Fingerprint.Builder()
  builder.add("width", String(pixmap.width))
  builder.add("height", String(pixmap.height))
  builder.add("pixels", pixmap.bytes)
  return builder.finish().hex
}

extension FontSet {
  /// Stands for all that fonts can do to a picture.
  package var key: String { figureKey(files.map { ($0.name, $0.bytes) }) }
}
