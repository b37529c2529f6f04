import SitePipeline
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The files of some folders as they were read before, so that a folder that is read again and again
/// costs the files that have changed.
package final class FileMemory: Sendable {
  private struct Known {
    var listing: FolderListing
    var tree: SourceTree
    /// Those that were too young to be told from the next save.
    var young: [FolderListing.Entry]
  }

  private let known = Mutex<[String: Known]>([:])
  private let now: @Sendable () -> Int

  /// - Parameter now: the second that it is.
  package init(now: @escaping @Sendable () -> Int = { time(nil) }) {
    self.now = now
  }

  package func knows(_ path: String, of folder: String) -> Bool {
    known.withLock { known in
      guard let known = known[folder] else { return false }
      return known.tree.files[path] != nil && !known.young.contains { $0.path == path }
    }
  }

  /// What is known of a folder's files, and which are to be read.
  func state(of listing: FolderListing) -> (tree: SourceTree, unread: [FolderListing.Entry]) {
    guard let known = known.withLock({ $0[listing.folder] }) else {
      return (SourceTree(), listing.entries)
    }
    let difference = listing.difference(from: known.listing)
    var tree = known.tree
    for entry in difference.gone { tree.files[entry.path] = nil }
    let young = known.young.filter { tree.files[$0.path] != nil }
    return (tree, difference.new + young)
  }

  /// Remembers what a folder holds now.
  func remember(_ tree: SourceTree, of listing: FolderListing) {
    let now = now()
    let young = listing.entries.filter { $0.isYoung(at: now) }
    known.withLock { $0[listing.folder] = Known(listing: listing, tree: tree, young: young) }
  }
}

extension FolderListing.Entry {
  /// Whether it can still change and keep its stamp.
  func isYoung(at second: Int) -> Bool {
    if case .file(let stamp) = kind { stamp.isYoung(at: second) } else { false }
  }
}
