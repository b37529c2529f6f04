import Fingerprinting
import SitePipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the last build came from and what it left behind: as long as both are as they were, there
/// is nothing to build.
///
/// A build that had something to say is not passed over; what is wrong has to be said every time.
package struct LastBuild {
  /// What is kept of it.
  private struct Record {
    /// Of the files' stamps, so that none has to be read; empty while any of them was too young.
    var stamps: String
    /// Of the files' bytes.
    var inputs: String
    /// Of the site and the lock.
    var outcome: String
    var summary: BuiltSite.Summary
  }

  private let store: ResultStore
  private let key: String
  private let stamps: String
  private let output: String
  private let lock: String

  /// - Parameter now: the second that it is.
  package init(
    of course: CourseListing, output: String, lock: String, store: String, now: Int = time(nil)
  ) {
    self.store = DiskStore.open(store)
    self.output = output
    self.lock = lock
    key = "build-\(Fingerprint(ofText: output).hex)"
    stamps = course.fingerprint(at: now)?.hex ?? ""
  }

  /// What stands in the output folder, if that is the site of these very files as it was written.
  package func summary() -> BuiltSite.Summary? {
    guard let record, !stamps.isEmpty, record.stamps == stamps, record.outcome == outcome else {
      return nil
    }
    return record.summary
  }

  /// The same of files that were touched, or lie elsewhere, and say what they said.
  package func summary(of course: CourseOnDisk) -> BuiltSite.Summary? {
    guard var record, record.inputs == course.fingerprint, record.outcome == outcome else {
      return nil
    }
    record.stamps = stamps
    write(record)
    return record.summary
  }

  /// What that build knew of its pages, as long as they stand on the disk as it wrote them.
  package func memory() -> BuildMemory {
    guard let bytes = store.read("\(key)-memory") else { return .none }
    let (seal, memory) = (bytes.prefix(sealLength), bytes.dropFirst(sealLength))
    guard Array(seal) == Array(outcome.utf8) else { return .none }
    return (try? BuildMemory(archived: Array(memory))) ?? .none
  }

  /// - Parameter isSilent: whether the build had nothing to say, and so need not say it again.
  package func remember(_ site: BuiltSite, of course: CourseOnDisk, isSilent: Bool) {
    let outcome = outcome
    store.write("\(key)-memory", Array(outcome.utf8) + site.memory.archived)
    guard let inputs = course.fingerprint, isSilent else { return }
    write(Record(stamps: stamps, inputs: inputs, outcome: outcome, summary: site.summary))
  }

  package var hasSite: Bool { Disk.exists("\(output)/\(SiteWriter.manifestName)") }

  private var sealLength: Int { 64 }

  /// The site and the lock as they are on the disk now.
  private var outcome: String {
    var all = Fingerprint.Builder()
    all.add("site", (try? FolderListing(of: output).fingerprint.bytes) ?? [])
    all.add("manifest", (try? Disk.read("\(output)/\(SiteWriter.manifestName)")) ?? [])
    all.add("lock", (try? Disk.read(lock)) ?? [])
    return all.finish().hex
  }
}

extension LastBuild {
  private var record: Record? {
    guard let bytes = store.read(key) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, let pages = Int(parts[3]), let figures = Int(parts[4]),
      let drafts = Int(parts[5])
    else { return nil }
    return Record(
      stamps: parts[0], inputs: parts[1], outcome: parts[2],
      summary: BuiltSite.Summary(pages: pages, figures: figures, drafts: drafts))
  }

  private func write(_ record: Record) {
    let summary = record.summary
    let words = [
      record.stamps, record.inputs, record.outcome, "\(summary.pages)", "\(summary.figures)",
      "\(summary.drafts)",
    ]
    store.write(key, Array(words.joined(separator: " ").utf8))
  }
}
