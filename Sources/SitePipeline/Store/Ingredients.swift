import Fingerprinting
import Lab
import Scripting

/// Everything that a result depends on, field by field: what its key is the hash of, and what is
/// compared to say why something had to run.
struct Ingredients: Sendable {
  private(set) var fields: [(name: String, hash: String)] = []

  mutating func add(_ name: String, _ value: String) {
    fields.append((name, Fingerprint(ofText: value).hex))
  }

  var key: String {
    var builder = Fingerprint.Builder()
    for field in fields { builder.add(field.name, field.hash) }
    return builder.finish().hex
  }

  /// One field a line, for the next build to compare with.
  var text: String { fields.map { "\($0.name) \($0.hash)\n" }.joined() }

  /// What is not as it was, in words; nil when all is the same.
  func difference(from old: String) -> String? {
    let before = old.split(separator: "\n").map(String.init)
    let now = text.split(separator: "\n").map(String.init)
    guard before != now else { return nil }
    let changed = zip(fields, before).first { "\($0.name) \($0.hash)" != $1 }?.0.name
    switch changed {
    case "engine": return "the engine changed"
    case "fonts": return "the fonts changed"
    case "label", "source": return "it has another place"
    case "seed": return "its seed changed"
    case "width", "height": return "its size changed"
    case "above": return "a block above that it uses changed"
    default: return "its program changed"
    }
  }
}

extension Ingredients {
  /// What a figure depends on: its block, the blocks above that it uses, and who draws.
  init(of label: String, in run: BlockRun, above: [BlockRun], fonts: String) {
    add("engine", Engine.version)
    add("fonts", fonts)
    add("source", run.block.path)
    add("label", label)
    add("seed", String(run.seed))
    add("width", run.options.width.map { "\($0)" } ?? "")
    add("height", run.options.height.map { "\($0)" } ?? "")
    for block in above { add("above", "\(block.seed)\n\(block.block.program)") }
    add("program", run.block.program)
  }

  /// What the results of a whole page depend on: not its prose.
  init(of page: LessonPage, _ blocks: [BlockRun], limits: Limits, fonts: String) {
    add("engine", Engine.version)
    add("fonts", fonts)
    add("source", page.path)
    add("limits", "\(limits)")
    var blocks = blocks[...]
    for item in page.items {
      switch item {
      case .binding(let expression, _): add("binding", expression)
      case .block:
        guard let run = blocks.popFirst() else { continue }
        add("block", "\(run.label)\n\(run.seed)\n\(run.block.program)")
        add(
          "size",
          "\(String(describing: run.options.width)) \(String(describing: run.options.height))")
        for claim in run.options.claims { add("claim", claim.text) }
        if let expected = run.options.expectedError {
          // The mistake that is shown says its own line.
          add("error", "\(expected.text)\n\(run.block.start)")
        }
      }
    }
  }
}
