import Scripting

extension Library {
  /// Everything that a block may use: Swift's own part, the recurrent core, the figures.
  package static let lab: Library = {
    var library = Library.standard
    library.addRecurrent()
    library.addFigures()
    return library
  }()
}
