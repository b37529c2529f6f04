import Diagnostics
import Markup
import Testing

@Suite("components")
struct ComponentTests {
  private func read(_ markdown: String) -> Diagnosed<Component?> {
    let document = parseDocument(path: "page.md", text: markdown)
    guard case .directive(let directive)? = document.value.blocks.first?.kind else {
      return Diagnosed(nil, document.diagnostics)
    }
    let component = Component.reading(directive)
    return Diagnosed(component.value, document.diagnostics + component.diagnostics)
  }

  private static let quiz = """
    ::: quiz {#q-vanish title="Sequential Logic Check"}
    Some context.

    Why does it forget?

    - [ ] The weights are too many.
      > They are few.
    - [x] The gradient fades.
      > Yes: *exponentially*.

    ::: hint
    Multiply.
    :::
    ::: solution
    $w^n$
    :::
    :::
    """

  @Test("a quiz has a question, choices with feedback, a hint and a solution")
  func quiz() throws {
    let component = read(Self.quiz)
    #expect(component.diagnostics.isEmpty)
    guard case .quiz(let quiz)? = component.value else {
      Issue.record("no quiz")
      return
    }
    #expect(quiz.id == "q-vanish" && quiz.title == "Sequential Logic Check")
    #expect(quiz.question.count == 2 && quiz.choices.map(\.isRight) == [false, true])
    #expect(quiz.choices.allSatisfy { $0.feedback.count == 1 && $0.blocks.count == 1 })
    #expect(quiz.hint?.count == 1 && quiz.solution?.count == 1 && !quiz.isMultiple)
  }

  @Test("two right choices make a quiz one of several answers")
  func multiple() {
    let text = Self.quiz.replacing("[ ]", with: "[x]")
    guard case .quiz(let quiz)? = read(text).value else {
      Issue.record("no quiz")
      return
    }
    #expect(quiz.isMultiple)
  }

  @Test(
    "what is wrong with a quiz is said where it is",
    arguments: [
      ("{#q-vanish ", "{", "1:5: error: a 'quiz' needs an id | write ::: quiz {#q-forgetting}"),
      ("[x]", "[ ]", "1:5: error: no choice of this quiz is right | mark the right one with '[x]'"),
      (
        "  > They are few.\n", "",
        "6:1: error: this choice says nothing to those who take it"
          + " | write why it is right or wrong in a quote below it: '  > …'"
      ),
      ("title=", "titel=", "1:21: error: 'quiz' has no attribute 'titel' | did you mean 'title'?"),
      ("::: solution", "::: hint", "14:5: error: a quiz has one hint | write both into one"),
      ("::: hint", "::: hint Try", "11:5: error: 'hint' has no attribute 'title' | it has none"),
      ("Multiply.\n", "", "11:5: error: this 'hint' is empty | write what it says above its ':::'"),
      (
        "Some context.\n\nWhy does it forget?\n\n", "",
        "1:5: error: this quiz has no question | ask it above the choices"
      ),
    ])
  func quizMistakes(_ part: String, _ replacement: String, _ expected: String) {
    let text = Self.quiz.replacing(part, with: replacement, maxReplacements: 1)
    #expect(said(read(text).diagnostics) == ["page.md:" + expected])
  }

  @Test("steps are headings with a status line each")
  func steps() {
    let component = read(
      "::: steps {#s}\n## One\nstatus: *at* the start\n\na\n\n## Two\nstatus: later\n\nb\n:::")
    guard case .steps(let steps)? = component.value else {
      Issue.record("no steps")
      return
    }
    #expect(component.diagnostics.isEmpty)
    #expect(steps.stages.map { plainText(of: $0.title) } == ["One", "Two"])
    #expect(steps.stages.map { plainText(of: $0.status) } == ["at the start", "later"])
    #expect(steps.stages.map(\.blocks.count) == [1, 1])
    #expect(
      said(read("::: steps {#s}\na\n\nb\n## One\nstatus: x\n:::").diagnostics) == [
        "page.md:2:1: error: steps start with a heading, the first stage's title | write '### Its title' above this"
      ])
    #expect(
      said(read("::: steps {#s}\n## One\na\n:::").diagnostics) == [
        "page.md:2:1: error: this stage has no status"
          + " | say below its heading what is seen: 'status: …'",
        "page.md:1:5: error: steps have two stages or more, each under a heading | write each as '### Its title', 'status: …', and what it shows",
      ])
  }

  @Test("a checklist is an introduction and a list")
  func checklist() {
    guard
      case .checklist(let list)? = read(
        "::: checklist {#c}\nFirst.\n\n- [ ] a\n\n  b\n- [ ] c\n:::"
      ).value
    else {
      Issue.record("no checklist")
      return
    }
    #expect(list.introduction.count == 1 && list.items.map(\.count) == [2, 1])
    #expect(
      said(read("::: checklist {#c}\n- a\n\nb\n:::").diagnostics) == [
        "page.md:4:1: error: behind the list of a checklist there is nothing"
          + " | what stands before the list introduces it"
      ])
    #expect(
      said(read("::: checklist {#c}\n- [ ] a *b*\n- [x] a b\n:::").diagnostics) == [
        "page.md:3:1: error: 'a b' stands twice in this checklist | a tick is kept under the item's words: say what is different"
      ])
  }

  @Test("tabs hold tabs only, each with a title")
  func tabs() {
    guard
      case .tabs(let tabs)? = read(
        ":::: tabs\n::: tab A b\nx\n:::\n::: tab {title=C}\ny\n:::\n::::"
      ).value
    else {
      Issue.record("no tabs")
      return
    }
    #expect(tabs.map(\.title) == ["A b", "C"])
    #expect(
      said(read(":::: tabs\na\n::: tab\nx\n:::\n::::").diagnostics) == [
        "page.md:2:1: error: between tabs there is nothing but '::: tab'"
          + " | write each as '::: tab Its title' to ':::'",
        "page.md:3:5: error: a tab needs a title | write ::: tab Its title",
      ])
  }

  @Test(
    "what an author gets wrong about a directive's name is answered",
    arguments: [
      ("::: qiuz\n:::", "error: there is no directive 'qiuz' | did you mean 'quiz'?"),
      (
        "::: hint\nx\n:::",
        "error: a 'hint' stands inside of a 'quiz' only | put it above the ':::' that closes the 'quiz'"
      ),
      ("::: {#a}\nx\n:::", "error: this directive has no name | write ::: name before the braces"),
      (
        "::: zebra\n:::",
        "error: there is no directive 'zebra' | the directives are \(Component.names.joined(separator: ", "))"
      ),
    ])
  func names(_ markdown: String, _ expected: String) {
    #expect(said(read(markdown).diagnostics) == ["page.md:1:5: " + expected])
  }

  @Test("what the site fills in is empty in the page")
  func placeholders() {
    #expect(read("::: ladder\n:::").value == .ladder)
    #expect(
      said(read("::: course-map\nwords\n:::").diagnostics) == [
        "page.md:2:1: error: there is nothing inside of 'course-map'"
          + " | the site fills it in; close it with a line ':::' right below"
      ])
  }
}
