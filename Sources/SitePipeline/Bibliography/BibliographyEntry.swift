import Diagnostics

/// One work that lessons cite, as its BibTeX entry says.
package struct BibliographyEntry: Hashable, Sendable {
  /// BibTeX's own kinds, and those that biblatex and the programs that export from it have added.
  static let kinds = [
    "article", "book", "booklet", "inbook", "incollection", "inproceedings", "conference",
    "manual", "mastersthesis", "phdthesis", "misc", "proceedings", "techreport", "unpublished",
    "artwork", "audio", "bookinbook", "collection", "dataset", "electronic", "image", "inreference",
    "legislation", "letter", "movie", "mvbook", "mvcollection", "mvproceedings", "mvreference",
    "online", "patent", "performance", "periodical", "reference", "report", "review", "software",
    "standard", "suppbook", "suppcollection", "suppperiodical", "thesis", "video", "www",
  ]

  package var key: String
  /// `article`, `inproceedings`, `book`, …, in lower case.
  package var kind: String
  /// By name in lower case, TeX's accents and braces resolved.
  package var fields: [String: String]
  package var span: Span

  /// “Hochreiter, S.” and so on, in order.
  var authors: [String] {
    (fields["author"] ?? fields["editor"] ?? "").split(separator: " and ")
      .map { trimmed($0) }.filter { !$0.isEmpty }.map(Self.familyFirst)
  }

  /// “Hochreiter” and so on, in order.
  var families: [String] { authors.map { String($0.prefix { $0 != "," }) } }

  fileprivate var titleAndKey: (String, String) { (fields["title"] ?? "", key) }

  /// Where it appeared: the journal, the proceedings, the publisher, the school.
  var venue: String? {
    let names = ["journal", "booktitle", "publisher", "school", "institution", "howpublished"]
    return names.lazy.compactMap { fields[$0] }.first
  }

  /// Where it can be read.
  var address: String? {
    if let doi = fields["doi"] { return "https://doi.org/\(doi)" }
    if let url = fields["url"], url.hasPrefix("https://") || url.hasPrefix("http://") { return url }
    if let eprint = fields["eprint"] { return "https://arxiv.org/abs/\(eprint)" }
    return nil
  }

  /// “Sepp Hochreiter” and “Hochreiter, Sepp” are both “Hochreiter, S.”; “others” stays.
  private static func familyFirst(_ name: String) -> String {
    let family: Substring
    let given: Substring
    if let comma = name.firstIndex(of: ",") {
      family = name[..<comma]
      given = name[name.index(after: comma)...]
    } else if let space = name.lastIndex(of: " ") {
      family = name[name.index(after: space)...]
      given = name[..<space]
    } else {
      return name
    }
    let initials = given.split(whereSeparator: { $0 == " " || $0 == "-" })
      .compactMap { $0.first.map { "\($0)." } }
    return "\(trimmed(family)), \(initials.joined(separator: " "))"
  }
}

private func trimmed(_ text: Substring) -> String {
  String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}

extension [BibliographyEntry] {
  /// The year of each work by its key; works of the same authors and year are told apart by a
  /// letter, in the order of their titles.
  var years: [String: String] {
    var years: [String: String] = [:]
    let dated = filter { $0.fields["year"] != nil }
    let alike = Dictionary(grouping: dated) { $0.families + [$0.fields["year"] ?? ""] }
    for works in alike.values {
      let sorted = works.sorted { $0.titleAndKey < $1.titleAndKey }
      for (work, letter) in zip(sorted, "abcdefghijklmnopqrstuvwxyz") {
        years[work.key] = (work.fields["year"] ?? "") + (works.count > 1 ? String(letter) : "")
      }
    }
    return years
  }
}
