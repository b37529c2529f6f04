import Markup
import Scripting

extension Limits {
  /// Ours, but for those that the course sets itself.
  init(_ own: CourseSettings.Limits) {
    self.init()
    sourceBytes = own.sourceBytes ?? sourceBytes
    nesting = own.nesting ?? nesting
    steps = own.steps ?? steps
    values = own.values ?? values
    outputBytes = own.outputBytes ?? outputBytes
    shows = own.shows ?? shows
    seconds = own.seconds ?? seconds
    stackBytes = own.stackMegabytes.map { $0 << 20 } ?? stackBytes
    memoryBytes = own.memoryMegabytes.map { $0 << 20 } ?? memoryBytes
  }
}
