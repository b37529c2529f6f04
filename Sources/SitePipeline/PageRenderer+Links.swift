import Diagnostics
import Markup

extension PageRenderer {
  func destination(_ destination: String, at span: Span) -> String {
    if isOutside(destination) { return destination }
    let (path, fragment) = split(destination)
    if let problem = LinkProblem(destination) {
      report(problem.message, at: span, hint: problem.hint)
      return destination
    }
    guard !path.isEmpty else { return anchor(fragment, on: lesson, span) }
    guard let target = lesson.file(at: span).resolving(percentDecoded(path)) else {
      report(
        "this link leads out of the course", at: span,
        hint: "copy the file into the course's folder, or link to where it stands on the web")
      return destination
    }
    if let number = site.index.pages[target.text] {
      let target = site.course.lessons[number]
      return target.path.link(from: page)
        + (fragment.isEmpty ? "" : anchor(fragment, on: target, span))
    }
    if site.course.assets[target.text] != nil { return target.link(from: page) }
    report(
      "there is no page or file '\(target.text)'", at: span,
      hint: site.course.drafts.contains(target.text)
        ? "it is a draft, and drafts are left out"
        : SourceTree.isPart(target.text)
          ? "a file whose name begins with an underscore has no page; link to one that includes it"
          : didYouMean(
            target.text, among: site.index.pages.keys.sorted() + site.course.assets.keys.sorted())
            ?? "its path begins at the lesson's own folder")
    return destination
  }

  /// `#id`, checked against what the page has; a label of another page is found there.
  private func anchor(_ id: String, on target: Lesson, _ span: Span) -> String {
    let id = percentDecoded(id)
    if site.index.hasAnchor(id, on: target) { return "#\(percentEncoded(id))" }
    if target.path == lesson.path, let label = site.index.labels[id] {
      return "\(label.page.link(from: page))#\(percentEncoded(id))"
    }
    let place = target.path == lesson.path ? "this page" : "'\(target.path.text)'"
    let anchors = site.index.anchors(on: target).filter { $0 != "main" }
    report(
      "there is no '#\(id)' on \(place)", at: span,
      hint: choose(id, among: anchors, named: "places there")
        ?? (anchors.isEmpty
          ? "a heading makes a place, and there is none"
          : "a heading gets it by '## Its words {#\(id)}'"))
    return "#\(percentEncoded(id))"
  }

  func reference(to label: String, at span: Span) -> String {
    guard let target = site.index.labels[label] else {
      // Why the figure is missing has been said at its block.
      if site.unfinishedLabels.contains(label) { return escapedHTML("@\(label)") }
      report(
        "nothing in the course has the label '\(label)'", at: span,
        hint: didYouMean(label, among: site.index.labels.keys.sorted())
          ?? LabelKind(label: label).map { "\($0.owner) gets it by '\($0.mark(label))'" })
      return escapedHTML("@\(label)")
    }
    let place = target.page == page ? "" : target.page.link(from: page)
    var text = name(of: target)
    if target.page != page, let home = site.lesson(at: target.page) {
      text += " (\(home.plainTitle))"
    }
    return fillInline(
      "reference",
      ReferenceModel(
        href: "\(place)#\(label)", text: text,
        tooltip: target.title.isEmpty || target.number == nil ? nil : target.title))
  }

  /// “Figure 2”, “Equation 1”, or a section's words.
  func name(of target: LabelTarget) -> String {
    let word =
      switch target.kind {
      case .figure: site.word("figure")
      case .table: site.word("table")
      case .equation: site.word("equation")
      case .section: site.word("section")
      case .listing: site.word("listing")
      }
    if let number = target.number { return "\(word) \(number)" }
    return target.kind == .section ? target.title : word
  }

  func image(
    source: String, title: String, alternativeText: String, at span: Span
  ) -> String {
    guard !isOutside(source) else {
      report(
        "a picture from elsewhere is not let into a page", at: span,
        hint: "put the file beside the lesson: a reader asks nobody else for anything")
      return ""
    }
    let path = lesson.file(at: span).resolving(percentDecoded(source))
    guard let path, let size = site.pictures[path.text] else {
      let isThere = path.map { site.course.assets[$0.text] != nil } == true
      report(
        isThere ? "'\(source)' is no picture that can be read" : "there is no picture '\(source)'",
        at: span,
        hint: isThere
          ? "pictures are PNG, JPEG and GIF"
          : didYouMean(source, among: site.pictures.keys.sorted())
            ?? "its path begins at the lesson's own folder")
      return ""
    }
    if alternativeText.isEmpty {
      report(
        "this picture says nothing to those who cannot see it", at: span,
        hint: "describe it between the brackets: ![what it shows](…)")
    }
    let caption = title.isEmpty ? "" : " title=\"\(escapedHTML(title))\""
    return "<img src=\"\(path.link(from: page))\" alt=\"\(escapedHTML(alternativeText))\"\(caption)"
      + " width=\"\(size.width)\" height=\"\(size.height)\" loading=\"lazy\">"
  }
}

extension SiteRenderer {
  /// Which of the lesson's links to a place on another page find it.
  func deepLinks(of lesson: Lesson) -> [Bool] {
    lesson.outline.links.compactMap { link in
      guard let anchor = link.anchor, let number = index.pages[link.file] else { return nil }
      return index.hasAnchor(anchor, on: course.lessons[number])
    }
  }
}

/// What is wrong with an address before anybody looks for what stands there.
private struct LinkProblem {
  let message: String
  let hint: String?

  init?(_ destination: String) {
    let scheme = destination.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    if destination.isEmpty || destination == "#" {
      message = "this link leads nowhere"
      hint = "write the page's file between the parentheses: [words](page.md)"
    } else if destination.dropFirst(scheme.count).hasPrefix(":") {
      message = "a link cannot begin with '\(scheme):'"
      hint =
        didYouMean(String(scheme), among: ["https", "http", "mailto"])
        ?? "to another site it begins with 'https:', 'http:' or 'mailto:'"
    } else if [".", "./", "..", "../"].contains(destination) || destination.hasSuffix("/") {
      message = "'\(destination)' is a folder, and a link leads to a page"
      hint =
        "write the page's file, such as '\(destination.hasSuffix("/") ? destination : destination + "/")index.md'"
    } else {
      return nil
    }
  }
}

/// Whether a link leads to another site.
func isOutside(_ address: String) -> Bool {
  guard let colon = address.firstIndex(of: ":") else { return address.hasPrefix("//") }
  let scheme = address[..<colon].lowercased()
  return ["http", "https", "mailto"].contains(scheme)
}

/// What stands before and behind the `#` of a link.
func split(_ destination: String) -> (path: String, fragment: String) {
  guard let hash = destination.firstIndex(of: "#") else { return (destination, "") }
  return (String(destination[..<hash]), String(destination[destination.index(after: hash)...]))
}
