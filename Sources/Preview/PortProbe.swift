#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A port on which somebody else answers already.
struct PortTaken: Error, CustomStringConvertible {
  let port: UInt16
  var description: String { "another program answers there" }
}

/// Asks whether anybody answers on a port of this machine.
///
/// The server's library does not say it: on a taken port it neither fails nor listens.
enum PortProbe {
  static func check(_ port: UInt16) throws(PortTaken) {
    #if os(Linux)
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let file = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard port != 0, file >= 0 else { return }
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let answer = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if answer == 0 { throw PortTaken(port: port) }
  }
}
