import Markup

/// What a page is, for search engines: JSON-LD in the words of schema.org.
///
/// Without a `base-url` the addresses are relative; JSON-LD in HTML resolves them against the page
/// (JSON-LD 1.1, §7.1).
struct StructuredData {
  /// Knows the names behind a page's references and the values of its run.
  let renderer: PageRenderer

  private var site: SiteRenderer { renderer.site }
  private var lesson: Lesson { renderer.lesson }
  private var settings: CourseSettings { site.course.settings }
  private var matter: FrontMatter { lesson.frontMatter }

  /// A script element for the page's head.
  var html: String {
    let data = JSON.object(of: [
      "@context": .text("https://schema.org"), "@graph": .list([subject] + quizzes),
    ])
    return "<script type=\"application/ld+json\">\(data.text)</script>"
  }

  private var subject: JSON {
    switch matter.kind {
    case .home: course
    case .glossary: glossary
    default: resource
    }
  }

  private var course: JSON {
    .object(of: [
      "@type": .text("Course"), "@id": .text(address(home)), "url": .text(address(home)),
      "name": .text(settings.title),
      "description": .text(settings.description ?? settings.tagline ?? settings.title),
      "inLanguage": .text(settings.language),
      "author": .list(settings.authors.map { person($0.name) }),
      "provider": provider,
      "license": .text(settings.license),
      "hasPart": .list(
        site.ordered.filter { $0.frontMatter.kind != .home }.map { lesson in
          .object(of: [
            "@type": .text("LearningResource"), "name": .text(lesson.plainTitle),
            "url": .text(address(lesson.path)),
          ])
        }),
    ])
  }

  private var resource: JSON {
    .object(of: [
      "@type": .text("LearningResource"), "@id": .text(address(lesson.path)),
      "url": .text(address(lesson.path)), "name": .text(lesson.plainTitle),
      "description": .text(matter.description),
      "learningResourceType": .text(matter.kind.rawValue),
      "position": matter.layer.map { .number($0) },
      "inLanguage": .text(matter.language ?? settings.language),
      "author": .list(matter.authors.map { person($0) }),
      "datePublished": .text(matter.date?.text), "dateModified": .text(matter.updated?.text),
      "keywords": .list(matter.tags.map { .text($0) }),
      "isPartOf": .object(of: [
        "@type": .text("Course"), "@id": .text(address(home)), "name": .text(settings.title),
      ]),
    ])
  }

  private var glossary: JSON {
    let page = address(lesson.path)
    return .object(of: [
      "@type": .text("DefinedTermSet"), "@id": .text(page), "url": .text(page),
      "name": .text(lesson.plainTitle), "description": .text(matter.description),
      "inLanguage": .text(matter.language ?? settings.language),
      "hasDefinedTerm": .list(
        site.index.glossary.terms.filter { $0.page == lesson.path }.map { term in
          .object(of: [
            "@type": .text("DefinedTerm"), "@id": .text("\(page)#\(percentEncoded(term.id))"),
            "name": .text(term.title), "alternateName": .list(term.aliases.map { .text($0) }),
            "description": .text(
              term.definition.meanings.map { words(of: $0) }.joined(separator: " ")),
          ])
        }),
    ])
  }

  private var quizzes: [JSON] {
    var found: [JSON] = []
    for block in lesson.document.blocks {
      block.forEachBlock { block in
        guard case .directive(let directive) = block.kind,
          case .quiz(let quiz)? = Component.reading(directive).value
        else { return }
        found.append(data(of: quiz))
      }
    }
    return found
  }

  private func data(of quiz: Quiz) -> JSON {
    func answers(_ areRight: Bool) -> JSON {
      .list(
        quiz.choices.filter { $0.isRight == areRight }.map { choice in
          .object(of: [
            "@type": .text("Answer"), "text": .text(words(of: choice.blocks)),
            "comment": .object(of: [
              "@type": .text("Comment"), "text": .text(words(of: choice.feedback)),
            ]),
          ])
        })
    }
    return .object(of: [
      "@type": .text("Quiz"), "@id": .text("\(address(lesson.path))#\(percentEncoded(quiz.id))"),
      "name": .text(quiz.title),
      "hasPart": .object(of: [
        "@type": .text("Question"), "eduQuestionType": .text("Multiple choice"),
        "text": .text(words(of: quiz.question)), "acceptedAnswer": answers(true),
        "suggestedAnswer": answers(false),
      ]),
    ])
  }

  private func person(_ name: String) -> JSON {
    let known = settings.authors.first { $0.name == name }
    return .object(of: [
      "@type": .text("Person"), "name": .text(name), "jobTitle": .text(known?.role),
      "affiliation": known?.organisation.map(organisation),
    ])
  }

  private var provider: JSON? {
    settings.authors.lazy.compactMap(\.organisation).first.map(organisation)
  }

  private func organisation(_ name: String) -> JSON {
    .object(of: ["@type": .text("Organization"), "name": .text(name)])
  }

  private var home: SitePath { SitePath("index.html") }

  private func address(_ path: SitePath) -> String {
    site.bestAddress(of: path, from: lesson.path)
  }

  /// The paragraphs' words, one after the other.
  private func words(of blocks: [Block]) -> String {
    var paragraphs: [String] = []
    for block in blocks {
      block.forEachBlock { block in
        guard case .paragraph(let content) = block.kind else { return }
        paragraphs.append(words(of: content))
      }
    }
    return paragraphs.joined(separator: " ")
  }

  private func words(of content: [Inline]) -> String {
    content.map { inline in
      switch inline.kind {
      case .reference(let label): site.index.labels[label].map(renderer.name) ?? ""
      case .binding: renderer.bindings[inline.span] ?? ""
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .link(_, _, let content):
        words(of: content)
      default: plainText(of: [inline])
      }
    }.joined()
  }
}
