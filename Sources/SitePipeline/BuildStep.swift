/// What a build is at, told to whoever waits for it.
package enum BuildStep: Hashable, Sendable {
  case parsing
  /// Lessons' blocks are run and their figures drawn; so many of all pages are done.
  case performing(done: Int, of: Int)
  case indexing
  case rendering
  case assembling

  /// Told on any thread, several at once.
  package typealias Watcher = @Sendable (BuildStep) -> Void
}
