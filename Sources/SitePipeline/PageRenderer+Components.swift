import Diagnostics
import Fingerprinting
import Markup

extension PageRenderer {
  /// The level of a heading inside what is rendered now.
  private var level: Int { min(6, sectionLevel + 1) }

  func component(_ directive: Directive, at span: Span) -> String {
    let component = Component.reading(directive)
    add(component.diagnostics)
    switch component.value {
    case .quiz(let quiz): return html(quiz)
    case .steps(let steps): return html(steps)
    case .checklist(let checklist): return html(checklist)
    case .details(let title, let blocks):
      return fill(
        "details",
        DetailsModel(
          id: directive.id, kind: "details", title: escapedHTML(title ?? ""), body: html(blocks)))
    case .admonition(let kind, let title, let blocks):
      return fill(
        "admonition",
        AdmonitionModel(
          id: directive.id, kind: kind.rawValue,
          title: escapedHTML(title ?? site.word(kind.rawValue)), body: html(blocks)))
    case .tabs(let tabs): return html(tabs)
    case .figures(let grid):
      return fill(
        "figures",
        FiguresModel(
          columns: grid.columns, items: html(grid.blocks), caption: grid.caption.map { html($0) }))
    case .live(let live): return html(live)
    case .ladder: return ladder(at: directive.nameSpan)
    case .courseMap: return courseMap()
    case .entries: return entries(at: directive.nameSpan)
    case .progress: return fill("progress", NoFields())
    case nil: return html(directive.blocks)
    }
  }

  private func html(_ quiz: Quiz) -> String {
    let question = quiz.question.last.map { [$0] } ?? []
    let context = Array(quiz.question.dropLast())
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    return fill(
      "quiz",
      QuizModel(
        id: quiz.id, hash: site.index.checks[quiz.id]?.hash ?? "", level: level,
        title: quiz.title ?? "", question: label(question),
        context: context.isEmpty ? nil : html(context), isMultiple: quiz.isMultiple,
        choices: quiz.choices.enumerated().map { number, choice in
          QuizModel.Choice(
            id: letters[number % letters.count], html: label(choice.blocks),
            feedback: phrase(choice.feedback), isRight: choice.isRight)
        }, hint: quiz.hint.map { html($0) }, solution: quiz.solution.map { html($0) }))
  }

  private func html(_ steps: Steps) -> String {
    fill(
      "steps",
      StepsModel(
        id: steps.id, level: level, title: steps.title ?? lesson.plainTitle, introduction: nil,
        stages: steps.stages.enumerated().map { number, stage in
          StepsModel.Stage(
            number: number + 1, anchor: "stage-\(number + 1)", title: plainText(of: stage.title),
            status: plainText(of: stage.status), body: html(stage.blocks))
        }))
  }

  private func html(_ checklist: Checklist) -> String {
    fill(
      "checklist",
      ChecklistModel(
        id: checklist.id, level: level, title: checklist.title ?? "", isOpen: true,
        introduction: checklist.introduction.isEmpty ? nil : html(checklist.introduction),
        items: checklist.items.enumerated().map { number, blocks in
          let detail = Array(blocks.dropFirst())
          return ChecklistModel.Item(
            id: itemID(blocks, number, of: checklist), html: label(Array(blocks.prefix(1))),
            detail: detail.isEmpty ? nil : html(detail))
        }))
  }

  /// From the item's words, so that its tick stays with it when the list changes.
  private func itemID(_ blocks: [Block], _ number: Int, of checklist: Checklist) -> String {
    guard case .paragraph(let content)? = blocks.first?.kind else {
      return "\(checklist.id)-\(number + 1)"
    }
    return "\(checklist.id)-\(Fingerprint(ofText: plainText(of: content)).short)"
  }

  /// Words that are themselves something to press: no link inside may take the press away.
  private func label(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let content) = blocks[0].kind {
      return html(content, isPlain: true)
    }
    return html(blocks)
  }

  private func html(_ tabs: [Component.Tab]) -> String {
    fill(
      "tabs",
      TabsModel(
        id: "tabs-\(count("tabs"))", label: tabs.map(\.title).joined(separator: ", "),
        items: tabs.enumerated().map { number, tab in
          TabsModel.Item(number: number + 1, title: tab.title, body: html(tab.blocks))
        }))
  }

  // MARK: - What the whole course knows

  private func ladder(at span: Span) -> String {
    let layers = site.course.lessons.enumerated().filter { $0.element.frontMatter.layer != nil }
      .sorted { ($0.element.frontMatter.layer ?? 0) < ($1.element.frontMatter.layer ?? 0) }
    if layers.isEmpty {
      add([
        .warning(
          "this ladder is empty: no lesson has a layer", at: span,
          hint: "write 'layer: 1' in a lesson's front matter")
      ])
    }
    return fill(
      "ladder",
      LadderModel(
        id: "ladder", level: level,
        layers: layers.map { number, lesson in
          LadderModel.Layer(
            number: lesson.frontMatter.layer ?? 0, title: lesson.plainTitle,
            href: lesson.path.link(from: page),
            summary: lesson.frontMatter.description.map(escapedHTML),
            requires: site.requirements(of: lesson, from: Viewpoint(page: page)),
            checks: RequirementListModel(
              site.index.checksOfLesson[number].compactMap {
                site.requirement($0, from: Viewpoint(page: page))
              }))
        }))
  }

  private func courseMap() -> String {
    fill("course-map", NavigationModel(parts: site.parts(from: page, level: level)))
  }

  private func entries(at span: Span) -> String {
    let entries = site.course.lessons.enumerated().filter {
      $0.element.frontMatter.kind == .entry
    }
    if entries.isEmpty {
      add([
        .warning(
          "there are no entries to show", at: span,
          hint: "write 'kind: entry' in the front matter of each")
      ])
    }
    return fill(
      "entries",
      EntriesModel(
        level: level,
        entries: entries.map { number, lesson in
          EntriesModel.Entry(
            title: lesson.plainTitle, href: lesson.path.link(from: page),
            authors: lesson.frontMatter.authors.joined(separator: ", "),
            summary: escapedHTML(lesson.frontMatter.description ?? ""),
            state: lesson.frontMatter.status ?? "", isVerified: !site.runs[number].blocks.isEmpty,
            figure: firstFigure(of: number))
        }))
  }

  private func firstFigure(of number: Int) -> EntryFigureModel? {
    let labels = site.runs[number].blocks.flatMap(\.figureLabels)
    guard let figure = labels.lazy.compactMap({ self.site.illustrations[$0] }).first else {
      return nil
    }
    return EntryFigureModel(
      light: SitePath(figure.page.light.path).link(from: page),
      dark: SitePath(figure.page.dark.path).link(from: page), width: figure.page.width,
      height: figure.page.height, alternativeText: figure.alternativeText)
  }
}
