import Fingerprinting
import SitePipeline

/// All files that a course is read from, as a look at the disk tells that reads none of them.
package struct CourseListing: Hashable, Sendable {
  let content: FolderListing
  /// The folder of the course's own templates, as diagnostics name it.
  let templatesName: String
  /// Nil where the course has none.
  let templates: FolderListing?
  /// The theme that ships with the program.
  let shippedTheme: FolderListing?
  /// Of the fonts and KaTeX, as far as they are there.
  private let machine: [FileStamp]

  package init(content: String, templates: String) throws(DiskError) {
    self.content = try FolderListing(of: content)
    templatesName = templates
    self.templates = Disk.isDirectory(templates) ? try FolderListing(of: templates) : nil
    shippedTheme = try SystemFiles.shippedTheme.map { folder throws(DiskError) in
      try FolderListing(of: folder)
    }
    machine = SystemFiles.stamps
  }

  /// Says so when a site in `output` would be read as a part of the course, or lie over it.
  package func refuse(output: String) throws(DiskError) {
    guard Disk.is(output, within: content.folder) || Disk.is(output, within: templatesName) else {
      return
    }
    throw DiskError(
      description: "the site cannot lie in '\(output)', among the files that it is made of; "
        + "choose another folder with --output")
  }

  /// Of all names and stamps: with the same ones the course is the same.
  ///
  /// Nil as long as a file is so young that it can still change and keep its stamp.
  func fingerprint(at second: Int) -> Fingerprint? {
    let folders = [content, templates, shippedTheme].compactMap(\.self)
    guard !folders.contains(where: { $0.isYoung(at: second) }) else { return nil }
    var all = Fingerprint.Builder()
    all.add("templates", templatesName)
    for folder in folders { all.add(folder.folder, folder.fingerprint.bytes) }
    var bytes: [UInt8] = []
    for stamp in machine { stamp.append(to: &bytes) }
    all.add("machine", bytes)
    return all.finish()
  }
}
