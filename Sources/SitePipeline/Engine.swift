/// Which program computed and drew a figure; part of every figure's key.
package enum Engine {
  package static let version = "0.1.0"
}
