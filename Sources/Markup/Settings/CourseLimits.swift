extension CourseSettings {
  /// What the blocks of one page may use up; nil leaves a limit as the engine has it.
  package struct Limits: Hashable, Sendable {
    package var sourceBytes: Int?
    package var nesting: Int?
    package var steps: Int?
    package var values: Int?
    package var outputBytes: Int?
    package var shows: Int?
    package var seconds: Double?
    package var stackMegabytes: Int?
    package var memoryMegabytes: Int?
  }
}

extension CourseSettings.Limits {
  init(_ fields: inout YAMLFields) {
    sourceBytes = fields.integer("source-bytes", atLeast: 1, atMost: 1_000_000)
    nesting = fields.integer("nesting", atLeast: 1, atMost: 256)
    steps = fields.integer("steps", atLeast: 1)
    values = fields.integer("values", atLeast: 1)
    outputBytes = fields.integer("output-bytes", atLeast: 1, atMost: 100_000_000)
    shows = fields.integer("shows", atLeast: 1)
    seconds = fields.number("seconds")
    stackMegabytes = fields.integer("stack-megabytes", atLeast: 1, atMost: 1_024)
    // Less than this, and the engine itself does not start.
    memoryMegabytes = fields.integer("memory-megabytes", atLeast: 512, atMost: 1_000_000)
  }
}
