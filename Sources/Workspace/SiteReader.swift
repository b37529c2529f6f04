import SitePipeline

/// Reads a written site back, to compare it with what the course builds to.
package struct SiteReader {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  /// What differs, a line for each file, in the order of their paths; files that unroller did not
  /// write are no concern of the comparison.
  package func differences(from site: BuiltSite) throws(DiskError) -> [String] {
    let manifest = "\(folder)/\(SiteWriter.manifestName)"
    guard Disk.exists(manifest) else {
      throw DiskError(description: "there is no site in '\(folder)'; 'unroller build' makes one")
    }
    var unseen = Set(SiteWriter.listedFiles(try Disk.read(manifest)))
    var differences: [(path: String, what: String)] = []
    for file in site.files {
      unseen.remove(file.path)
      let path = "\(folder)/\(file.path)"
      guard Disk.exists(path) else {
        differences.append((file.path, "is missing"))
        continue
      }
      if let difference = file.difference(from: try Disk.read(path)) {
        differences.append((file.path, difference))
      }
    }
    differences += unseen.sorted().map { ($0, "is no longer part of the site") }
    return differences.sorted { $0.path < $1.path }.map { "\($0.path): \($0.what)" }
  }
}
