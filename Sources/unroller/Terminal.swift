import Diagnostics
import Workspace

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The words on the terminal: results on standard output, everything else on standard error.
struct Terminal {
  private let usesColor = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil

  /// Whether a line of words may be written over by the next.
  var canOverwrite: Bool { isatty(STDERR_FILENO) == 1 }

  func say(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  func warn(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  /// At once and by the descriptor: `print` keeps words back from a pipe, and the C library's
  /// `stderr` is a variable that Swift cannot vouch for.
  private func write(_ text: String, to file: CInt) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// All diagnostics in the order of the source, then how many there are.
  func report(_ diagnostics: [Diagnostic], lines: @escaping (String) -> [Substring]?) {
    guard !diagnostics.isEmpty else { return }
    let printer = DiagnosticPrinter(usesColor: usesColor, lines: lines)
    let texts = diagnostics.inSourceOrder().map(printer.text)
    warn(texts.joined(separator: "\n"))
  }
}

// The method above carries the name of the call that it makes.
private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
