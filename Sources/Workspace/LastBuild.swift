import Fingerprinting
import SitePipeline

/// What the last build came from and what it left behind: as long as both are as they were, there
/// is nothing to build.
///
/// A build that had something to say is not passed over; what is wrong has to be said every time.
package struct LastBuild {
  private let store: ResultStore
  private let key: String
  /// Nil when the course has something to say before it is even built.
  private let inputs: String?
  private let output: String
  private let lock: String

  package init(of course: CourseOnDisk, output: String, lock: String, store: String) {
    self.store = DiskStore.open(store)
    self.output = output
    self.lock = lock
    key = "build-\(Fingerprint(ofText: output).hex)"
    inputs = course.fingerprint
  }

  /// What stands in the output folder, if that is this course's site as it was written.
  package func summary() -> BuiltSite.Summary? {
    guard let inputs, let bytes = store.read(key) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard parts.count == 5, parts[0] == inputs, parts[1] == outcome,
      let pages = Int(parts[2]), let figures = Int(parts[3]), let drafts = Int(parts[4])
    else { return nil }
    return BuiltSite.Summary(pages: pages, figures: figures, drafts: drafts)
  }

  /// What that build knew of its pages, as long as they stand on the disk as it wrote them.
  package func memory() -> BuildMemory {
    guard let bytes = store.read("\(key)-memory") else { return .none }
    let (seal, memory) = (bytes.prefix(sealLength), bytes.dropFirst(sealLength))
    guard Array(seal) == Array(outcome.utf8) else { return .none }
    return (try? BuildMemory(archived: Array(memory))) ?? .none
  }

  /// - Parameter isSilent: whether the build had nothing to say, and so need not say it again.
  package func remember(_ site: BuiltSite, isSilent: Bool) {
    let outcome = outcome
    store.write("\(key)-memory", Array(outcome.utf8) + site.memory.archived)
    guard let inputs, isSilent else { return }
    let summary = site.summary
    let words = "\(inputs) \(outcome) \(summary.pages) \(summary.figures) \(summary.drafts)"
    store.write(key, Array(words.utf8))
  }

  private var sealLength: Int { 64 }

  /// The site and the lock as they are on the disk now.
  private var outcome: String {
    var all = Fingerprint.Builder()
    all.add("site", FolderStamp(of: [output]).fingerprint.bytes)
    all.add("manifest", (try? Disk.read("\(output)/\(SiteWriter.manifestName)")) ?? [])
    all.add("lock", (try? Disk.read(lock)) ?? [])
    return all.finish().hex
  }
}
