import Fingerprinting
import Lettering

/// The hash of everything that decides a picture, field by field.
func figureKey(_ fields: [(name: String, value: [UInt8])]) -> String {
  var builder = Fingerprint.Builder()
  for field in fields { builder.add(field.name, field.value) }
  return builder.finish().hex
}

extension FontSet {
  /// Stands for all that fonts can do to a picture.
  package var key: String { figureKey(files.map { ($0.name, $0.bytes) }) }
}
