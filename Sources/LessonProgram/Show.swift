import Figures

/// Makes a figure of the block that is running.
///
/// In a lesson the interpreter has this name; here is the same for programs that the compiler made
/// of a lesson's blocks.
@MainActor public func show(_ figure: any Figure) {
  LessonProgram.current.show(figure)
}
