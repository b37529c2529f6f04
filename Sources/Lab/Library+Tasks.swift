import Recurrent
import Scripting

extension Library {
  /// The problems that networks are tried on.
  mutating func addTasks() {
    self.protocol("SequenceTask", (any SequenceTask).self)
    addTask(AddingProblem.self, "init(length: Int)", from: 2) { AddingProblem(length: $0) }
    addTask(RecallFirst.self, "init(length: Int)", from: 1) { RecallFirst(length: $0) }
    addTask(Parity.self, "init(length: Int)", from: 1) { Parity(length: $0) }
    addTask(DelayedXOR.self, "init(length: Int)", from: 2) { DelayedXOR(length: $0) }
    addTask(MackeyGlass.self, "init(length: Int)", from: 1) { MackeyGlass(length: $0) }
    type(SineForecast.self) { type in
      type.initializer(
        "init(length: Int, noise: Double = 0)", within: ["length": 1...10_000]
      ) { (length: Int, noise: Double) in SineForecast(length: length, noise: noise) }
      type.property("noise", \.noise)
    }
    addDrawing(SineForecast.self)
    addClassification()
  }

  private mutating func addClassification() {
    addTask(TemporalOrder.self, "init(length: Int)", from: 10) { TemporalOrder(length: $0) }
    type(ReberGrammar.self) { type in
      type.initializer(
        "init(length: Int, embedded: Bool = false)", within: ["length": 1...10_000]
      ) { (length: Int, embedded: Bool) in ReberGrammar(length: length, embedded: embedded) }
      type.property("isEmbedded", \.isEmbedded)
    }
    addDrawing(ReberGrammar.self)
    addCharacterText()
    type(CopyingMemory.self) { type in
      type.initializer("init(delay: Int)", within: ["delay": 1...10_000]) {
        CopyingMemory(delay: $0)
      }
      type.property("delay", \.delay)
      type.property("baseline", computed: { $0.baseline })
    }
    addDrawing(CopyingMemory.self)
    addClasses(TemporalOrder.self)
    addClasses(ReberGrammar.self)
    addClasses(CharacterText.self)
    addClasses(CopyingMemory.self)
  }

  private mutating func addCharacterText() {
    type(CharacterText.self) { type in
      type.constant("riverText", CharacterText.riverText)
      type.initializer(
        "init(_ text: String = CharacterText.riverText, length: Int)",
        within: ["length": 1...10_000]
      ) { (text: String, length: Int) in
        guard text.count > length else {
          throw HostFailure(
            "a text of \(text.count) characters has no piece of \(length) and one more")
        }
        return CharacterText(text, length: length)
      }
      type.property("alphabet", \.alphabet)
      type.method("func classes(of text: String) -> [Int]?") {
        (task: CharacterText, text: String) in
        task.classes(of: text)
      }
      type.method("func text(of classes: [Int]) -> String") {
        (task: CharacterText, classes: [Int]) in
        if let stranger = classes.first(where: { !task.alphabet.indices.contains($0) }) {
          throw HostFailure("class \(stranger) is outside 0..<\(task.alphabet.count)")
        }
        return task.text(of: classes)
      }
    }
    addDrawing(CharacterText.self)
  }

  private mutating func addClasses<Task: ClassificationTask>(_: Task.Type) {
    type(Task.self) { type in type.property("classes", computed: { $0.classes }) }
  }

  private mutating func addTask<Task: SequenceTask>(
    _: Task.Type, _ declaration: String, from shortest: Int,
    _ make: @escaping @Sendable (Int) -> Task
  ) {
    type(Task.self) { type in
      type.initializer(declaration, within: ["length": shortest...10_000], make)
    }
    addDrawing(Task.self)
  }

  private mutating func addDrawing<Task: SequenceTask>(_: Task.Type) {
    type(Task.self) { type in
      type.conforms(to: "SequenceTask")
      type.property("length", computed: { $0.length })
      type.property("inputSize", computed: { $0.inputSize })
      type.property("answersEveryStep", computed: { $0.answersEveryStep })
      type.method("func example(seed: Int) -> [[Double]]") { (task: Task, seed: Int) in
        task.example(seed: seed)
      }
      type.method("func answers(seed: Int) -> [Double]") { (task: Task, seed: Int) in
        task.answers(seed: seed)
      }
    }
  }
}
