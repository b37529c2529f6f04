import CHarfBuzz
import Drawing

/// Writes down the strokes that HarfBuzz draws a glyph with.
final class Pen {
  private let functions: OpaquePointer

  init() {
    guard let functions = hb_draw_funcs_create() else {
      preconditionFailure("no memory for five function pointers")
    }
    self.functions = functions
    hb_draw_funcs_set_move_to_func(
      functions, { _, path, _, x, y, _ in Pen.path(path) { $0.move(to: Pen.point(x, y)) } }, nil,
      nil)
    hb_draw_funcs_set_line_to_func(
      functions, { _, path, _, x, y, _ in Pen.path(path) { $0.line(to: Pen.point(x, y)) } }, nil,
      nil)
    hb_draw_funcs_set_quadratic_to_func(
      functions,
      { _, path, _, controlX, controlY, x, y, _ in
        Pen.path(path) { $0.quadratic(Pen.point(controlX, controlY), to: Pen.point(x, y)) }
      }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, path, _, x1, y1, x2, y2, x, y, _ in
        Pen.path(path) { $0.cubic(Pen.point(x1, y1), Pen.point(x2, y2), to: Pen.point(x, y)) }
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      functions, { _, path, _, _ in Pen.path(path) { $0.close() } }, nil, nil)
    hb_draw_funcs_make_immutable(functions)
  }

  deinit { hb_draw_funcs_destroy(functions) }

  func draw(_ glyph: UInt32, of font: OpaquePointer) -> Path {
    var path = Path()
    withUnsafeMutablePointer(to: &path) { unroller_draw_glyph(font, glyph, functions, $0) }
    return path
  }

  private static func path(
    _ context: UnsafeMutableRawPointer?, _ change: (inout Path) -> Void
  ) {
    guard let context else { return }
    change(&context.assumingMemoryBound(to: Path.self).pointee)
  }

  private static func point(_ x: Float, _ y: Float) -> Point { Point(Double(x), Double(y)) }
}
