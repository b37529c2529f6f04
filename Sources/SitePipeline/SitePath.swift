/// A file of the site by its path from the site's root, such as `layers/lstm.html`.
///
/// Links are written relative to the page that holds them, so that a site works under any
/// address, in any folder of a host, and from a disk without a server.
package struct SitePath: Hashable, Sendable {
  package var text: String

  package init(_ text: String) {
    self.text = text
  }

  /// Where a content file's page goes: `layers/lstm.md` is `layers/lstm.html`.
  package init(page contentPath: String) {
    text = contentPath.hasSuffix(".md") ? contentPath.dropLast(3) + ".html" : contentPath
  }

  /// What leads from this page back to the root: `../` for each folder, empty at the top.
  package var root: String {
    String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The path up to its last `/`: from all pages of a folder, links read the same.
  var folder: Substring { text.lastIndex(of: "/").map { text[...$0] } ?? "" }

  /// This file as a link from `page`, percent-encoded where an address needs it.
  package func link(from page: SitePath) -> String {
    let (here, there) = (page.text.utf8, text.utf8)
    // Behind the folders that both paths begin with.
    var (fork, rest) = (here.startIndex, there.startIndex)
    for (mine, theirs) in zip(here.indices, there.indices) {
      guard here[mine] == there[theirs] else { break }
      guard here[mine] == UInt8(ascii: "/") else { continue }
      (fork, rest) = (here.index(after: mine), there.index(after: theirs))
    }
    let up = here[fork...].count { $0 == UInt8(ascii: "/") }
    return percentEncoded(String(repeating: "../", count: up) + text[rest...])
  }

  /// What `relative` means when it stands in the file at this path; nil when it leads out.
  package func resolving(_ relative: String) -> SitePath? {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in relative.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    return SitePath(parts.joined(separator: "/"))
  }
}

/// Where a page stands, and so how it writes the addresses of the site's other files.
struct Viewpoint {
  /// What stands before an address from the top of the site.
  let root: String
  let href: (SitePath) -> String

  /// Every address relative to the page.
  init(page: SitePath) {
    root = page.root
    href = { $0.link(from: page) }
  }

  /// Every address under `root`, for pages that are shown at any depth.
  init(root: String) {
    self.root = root
    href = { root + percentEncoded($0.text) }
  }
}

/// A path with everything but unreserved characters and `/` as `%XX` (RFC 3986, §2.1 and §3.3).
func percentEncoded(_ path: String) -> String {
  guard !path.utf8.allSatisfy(isUnreserved) else { return path }
  var result: [UInt8] = []
  for byte in path.utf8 {
    if isUnreserved(byte) {
      result.append(byte)
    } else {
      result += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
    }
  }
  return String(decoding: result, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"):
    true
  default: false
  }
}

/// The bytes that `%XX` stand for; what is not such an escape stays as it is.
package func percentDecoded(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
    {
      result.append(value)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}
