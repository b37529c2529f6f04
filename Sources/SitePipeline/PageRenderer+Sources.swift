import Diagnostics
import Markup

extension PageRenderer {
  private var isByAuthor: Bool { site.course.settings.citations == .authorYear }

  func citation(_ citations: [Citation], at span: Span) -> String {
    // The list of sources stands on the entry's own page, not where the entry is shown beside a word.
    guard page == lesson.path else { return "" }
    var links: [CitationModel.Link] = []
    for citation in citations {
      guard let entry = site.index.sources[citation.key] else {
        report(
          "the bibliography has no entry '\(citation.key)'", at: span,
          hint: missing(citation.key))
        continue
      }
      if !citedKeys.contains(citation.key) { citedKeys.append(citation.key) }
      links.append(
        CitationModel.Link(
          href: "#ref-\(citation.key)", text: name(of: entry, in: citation),
          locator: citation.locator))
    }
    guard !links.isEmpty else { return "" }
    links[links.count - 1].isLast = true
    return fillInline("citation", CitationModel(links: links, isByAuthor: isByAuthor))
  }

  /// What to do about a key that no work has.
  private func missing(_ key: String) -> String? {
    if LabelKind(label: key) != nil { return "a reference has no brackets: '@\(key)'" }
    guard let file = site.course.settings.bibliography?.value else {
      return "name a file of works in course.yml: 'bibliography: references.bib'"
    }
    return didYouMean(key, among: site.index.sources.keys.sorted())
      ?? "write it into '\(file)': '@misc{\(key), title = {…}}'"
  }

  /// `@elman1990` and `[elman1990]` in words: the key of a work that was meant to be cited.
  func reportBareCitations(_ text: String, at span: Span) {
    guard !site.index.sources.isEmpty, page == lesson.path else { return }
    for (offset, byte) in text.utf8.enumerated()
    where byte == UInt8(ascii: "@") || byte == UInt8(ascii: "[") {
      let rest = text.utf8.dropFirst(offset + 1)
      let key = String(decoding: rest.prefix { !" ,;.]()}".utf8.contains($0) }, as: UTF8.self)
      let isClosed =
        byte == UInt8(ascii: "@") || rest.dropFirst(key.utf8.count).first == UInt8(ascii: "]")
      // A citation without its closing bracket has been said where it was read.
      let isOpen = offset > 0 && text.utf8.dropFirst(offset - 1).first == UInt8(ascii: "[")
      guard isClosed, !isOpen, site.index.sources[key] != nil else { continue }
      let place = Span(
        path: span.path, line: span.start.line, column: span.start.column + offset,
        length: key.utf8.count + 1)
      add([
        .warning(
          "this names '\(key)' and does not cite it", at: place, hint: "write '[@\(key)]'")
      ])
    }
  }

  /// “3”, or “Elman, 1990”, or for `-@elman1990` “1990”.
  private func name(of entry: BibliographyEntry, in citation: Citation) -> String {
    guard isByAuthor else { return String((citedKeys.firstIndex(of: entry.key) ?? 0) + 1) }
    return citation.isYearOnly ? year(of: entry) : name(of: entry)
  }

  /// “Hochreiter and Schmidhuber, 1997”.
  private func name(of entry: BibliographyEntry) -> String {
    let families = entry.families
    let authors =
      families.count > 2
      ? "\(families[0]) \(site.word("andOthers"))"
      : families.joined(separator: " \(site.word("and")) ")
    return "\(authors.isEmpty ? entry.key : authors), \(year(of: entry))"
  }

  private func year(of entry: BibliographyEntry) -> String {
    site.index.years[entry.key] ?? site.word("noYear")
  }

  /// The works that the page cites: in the order of their numbers, or of their authors.
  func bibliography() -> String {
    let cited = citedKeys.compactMap { site.index.sources[$0] }
    let entries = cited.enumerated().map { number, entry in
      BibliographyModel.Entry(
        id: "ref-\(entry.key)", label: isByAuthor ? name(of: entry) : String(number + 1),
        html: html(of: entry), href: entry.address)
    }
    guard !entries.isEmpty else { return "" }
    let sorted = isByAuthor ? entries.sorted { $0.order < $1.order } : entries
    return fill("bibliography", BibliographyModel(entries: sorted, isByAuthor: isByAuthor))
  }

  /// “Elman, J. (1990). Finding structure in time. *Cognitive Science*, 14, 179–211.”
  private func html(of entry: BibliographyEntry) -> String {
    var parts: [String] = []
    let year = site.index.years[entry.key].map { " (\($0))" } ?? ""
    let who = escapedHTML(authors(of: entry) + year)
    if !who.isEmpty { parts.append(who) }
    if let title = entry.fields["title"] { parts.append(escapedHTML(title)) }
    if let venue = entry.venue {
      let place = [entry.fields["volume"], entry.fields["pages"]].compactMap { $0 }
        .joined(separator: ", ")
      parts.append(
        "<cite>\(escapedHTML(venue))</cite>" + (place.isEmpty ? "" : ", \(escapedHTML(place))"))
    }
    return parts.map { $0.last.map(".?!".contains) == true ? $0 : "\($0)." }
      .joined(separator: " ")
  }

  /// “Hochreiter, S. and Schmidhuber, J.”, “Chung, J. et al.” for more than three.
  private func authors(of entry: BibliographyEntry) -> String {
    let authors = entry.authors
    if authors.count > 3 { return "\(authors[0]) \(site.word("andOthers"))" }
    return [authors.dropLast().joined(separator: ", "), authors.last ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " \(site.word("and")) ")
  }
}

extension BibliographyModel.Entry {
  /// By author, then by year; capitals and small letters are the same.
  fileprivate var order: String { label.lowercased() }
}
