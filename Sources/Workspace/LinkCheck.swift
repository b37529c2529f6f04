import Diagnostics
import SitePipeline

/// Asks the sites that a course links whether they still answer, by curl.
///
/// Politely: each address once, no host two things at a time, only for the head of an answer where
/// that is enough, and again only after the time that the host asks for.
package struct LinkCheck {
  private static let programName = "curl"

  private let folder: String

  /// - Parameter store: the folder that keeps results between builds; beside it lie curl's answers.
  package init(beside store: String) {
    folder = "\(Disk.parentPath(store))/links"
  }

  /// What is wrong, at each place that has the link: an error where the page is gone, a warning
  /// where the host did not say.
  package func diagnostics(for links: [OutwardLink]) throws(DiskError) -> [Diagnostic] {
    try Disk.removeTree(folder)
    try Disk.makeDirectory(folder)
    let addresses = Set(links.map(\.address)).sorted()
    let hosts = Dictionary(grouping: addresses.enumerated(), by: { Self.host(of: $0.element) })
    let answers = hosts.values.map { $0.map { (number: $0.offset, address: $0.element) } }
      .concurrentMap { addresses in
        Result { () throws(DiskError) in try self.answers(of: addresses) }
      }
    var known: [String: Answer] = [:]
    for host in answers { known.merge(try host.get()) { first, _ in first } }
    return links.compactMap { link in known[link.address]?.diagnostic(for: link) }
  }

  private enum Answer {
    case good
    case status(Int)
    /// There is no such host, or it takes no calls.
    case nobody(String)
    /// The host began, and did not come to an end.
    case unclear(String)

    func diagnostic(for link: OutwardLink) -> Diagnostic? {
      switch self {
      case .good: nil
      case .status(let status) where status == 404 || status == 410:
        .error("this link is dead: its site answers \(status)", at: link.span)
      case .status(let status):
        .warning(
          "this link could not be checked: its site answers \(status)", at: link.span,
          hint: "look at it in a browser; some sites answer no programs")
      case .nobody(let words): .error("this link leads nowhere: \(words)", at: link.span)
      case .unclear(let words):
        .warning("this link could not be checked: \(words)", at: link.span)
      }
    }
  }

  /// What a host says of its addresses, one after the other.
  private func answers(
    of addresses: [(number: Int, address: String)]
  ) throws(DiskError) -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for (number, address) in addresses {
      answers[address] = try answer(of: address, log: "\(folder)/\(number)")
    }
    return answers
  }

  private func answer(of address: String, log: String) throws(DiskError) -> Answer {
    let head = try ask(address, "--head", log: log)
    // Some sites know no requests for a head.
    guard case .status(let status) = head, [400, 403, 404, 405, 501].contains(status) else {
      return head
    }
    return try ask(address, "--get", log: log)
  }

  private func ask(_ address: String, _ method: String, log: String) throws(DiskError) -> Answer {
    let words = [
      Self.programName, "--silent", "--show-error", "--location", "--max-redirs", "8", "--proto",
      "=http,https", "--connect-timeout", "15", "--max-time", "30", "--retry", "1",
      "--retry-max-time", "60", "--user-agent", "unroller (checks links)", "--output", "/dev/null",
      "--write-out", "\n%{http_code}", method, "--url", address,
    ]
    let hasAnswer = try Tool.run(words, output: log)
    let lines = String(decoding: try Disk.read(log), as: UTF8.self).split(separator: "\n")
    if hasAnswer, let status = lines.last.flatMap({ Int($0) }) {
      return (200..<300).contains(status) ? .good : .status(status)
    }
    let reason = lines.first { $0.hasPrefix("curl: ") } ?? "curl: () no answer"
    let problem = String(reason.drop { $0 != ")" }.dropFirst(2))
    // 6 is a name that nobody has, 7 a door that is shut.
    return ["curl: (6)", "curl: (7)"].contains(where: reason.hasPrefix)
      ? .nobody(problem) : .unclear(problem)
  }

  private static func host(of address: String) -> Substring {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    return rest.prefix { $0 != "/" && $0 != "?" }
  }
}
