import SitePipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The index that the search page reads, made by Pagefind of the pages that are on the disk.
///
/// It lies in the site's folder and is not ours: the manifest does not list it, and `verify` does
/// not look at it.
package struct SearchIndex {
  package enum Outcome: Equatable, Sendable {
    case made
    /// The pages are those that it was made of.
    case current
    /// Pagefind is not on this machine.
    case noTool
    case failed(String)
  }

  /// What to do where the tool is missing.
  package static let hint =
    "Install it with 'pip install \"pagefind[bin]\"' or 'cargo install pagefind'; "
    + "until then the search page searches titles."

  private static let folderName = "pagefind"

  let site: String

  package init(site: String) {
    self.site = site
  }

  /// - Parameter hasChanged: whether any page is not what it was when the index was made.
  package func update(hasChanged: Bool) throws(DiskError) -> Outcome {
    let index = "\(site)/\(Self.folderName)"
    guard let tool = Self.tool else {
      // An old index would lead to what is no longer there.
      if hasChanged { try Disk.removeTree(index) }
      return .noTool
    }
    if !hasChanged, Disk.exists("\(index)/pagefind.js") { return .current }
    try Disk.removeTree(index)
    let log = "\(site).search-log"
    defer { try? Disk.removeTree(log) }
    // A formula's TeX stands beside its MathML, and would be read twice.
    let words = [
      tool, "--site", site, "--output-subdir", Self.folderName, "--exclude-selectors", "annotation",
    ]
    if try Tool.run(words, output: log) { return .made }
    return .failed(String(decoding: try Disk.read(log), as: UTF8.self))
  }

  private static var tool: String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").lazy.map { "\($0)/pagefind" }
      .first { access($0, X_OK) == 0 && !Disk.isDirectory($0) }
  }
}
