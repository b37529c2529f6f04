import Lettering

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The little that a compiled lesson wants of the machine: fonts, a folder for its figures, words.
enum Files {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// The file after `--record`.
  static let recordPath: String? = {
    let words = CommandLine.arguments
    guard words.count == 3, words[1] == "--record" else { return nil }
    return words[2]
  }()

  static func fonts() throws(Missing) -> FontSet {
    guard let fonts = StandardFonts.fonts(read) else {
      throw Missing(description: "the fonts for figures are not here; \(StandardFonts.hint)")
    }
    return fonts
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { stop("cannot write '\(path)'") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { stop("cannot write '\(path)'") }
  }

  static func makeFolder(_ path: String) { mkdir(path, 0o755) }

  static func warn(_ words: String) {
    let line = Array("\(words)\n".utf8)
    _ = line.withUnsafeBytes { systemWrite(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  static func stop(_ words: String) -> Never {
    warn(words)
    exit(1)
  }

  private static func read(_ name: String) -> [UInt8]? {
    StandardFonts.folders.lazy.compactMap { contents(of: "\(inHome($0))/\(name)") }.first
  }

  private static func inHome(_ folder: String) -> String {
    guard folder.hasPrefix("~/"), let home = getenv("HOME") else { return folder }
    return String(cString: home) + folder.dropFirst()
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}

// The methods above carry the name of the call.
private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
