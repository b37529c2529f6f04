#if canImport(CryptoKit)
import CryptoKit

/// A SHA-256 that is being fed, by the system's own library.
struct SHA256State: ~Copyable {
  private var state = SHA256()

  mutating func update(_ bytes: [UInt8]) { state.update(data: bytes) }
  consuming func finish() -> [UInt8] { Array(state.finalize()) }
}
#else
import CCrypto

/// A SHA-256 that is being fed, by the system's own library.
struct SHA256State: ~Copyable {
  private let state: UnsafeMutableRawPointer

  init() {
    guard let state = unroller_sha256_begin() else {
      fatalError("libcrypto has no SHA-256; this system's policy forbids it")
    }
    self.state = state
  }

  deinit { unroller_sha256_end(state) }

  mutating func update(_ bytes: [UInt8]) {
    unroller_sha256_update(state, bytes, bytes.count)
  }

  consuming func finish() -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: 32)
    unroller_sha256_finish(state, &hash)
    return hash
  }
}
#endif
