import SitePipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Opens the files that the machine adds to a course: fonts and KaTeX.
enum SystemFiles {
  static func fonts() throws(DiskError) -> SiteInputs.Fonts {
    guard let fonts = SystemFilePlaces.fonts(font) else {
      throw DiskError(
        description: "the fonts for figures are not on this machine; \(SystemFilePlaces.fontHint)")
    }
    return fonts
  }

  /// Nil where KaTeX is not installed; a course without formulas does not miss it.
  static func katex() -> [UInt8]? {
    SystemFilePlaces.katex.lazy.compactMap { try? Disk.read($0) }.first
  }

  private static func font(_ name: String) -> [UInt8]? {
    SystemFilePlaces.fontFolders.lazy
      .compactMap { try? Disk.read("\(inHome($0))/\(name)") }.first
  }

  private static func inHome(_ folder: String) -> String {
    guard folder.hasPrefix("~/"), let home = getenv("HOME") else { return folder }
    return String(cString: home) + folder.dropFirst()
  }
}
