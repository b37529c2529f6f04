/// A colour in sRGB, eight bits a channel, not premultiplied.
public struct Color: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  /// 255 covers what is below; 0 is invisible.
  public var alpha: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A colour as it is written in CSS: `0x0e3d76` is `#0e3d76`.
  public init(hex: UInt32, alpha: UInt8 = 255) {
    self.init(
      red: UInt8(hex >> 16 & 0xff), green: UInt8(hex >> 8 & 0xff), blue: UInt8(hex & 0xff),
      alpha: alpha)
  }

  /// `#0e3d76`, and `#0e3d7680` when it is not opaque.
  public var cssName: String {
    let channels = alpha == 255 ? [red, green, blue] : [red, green, blue, alpha]
    return "#"
      + channels.map { value in
        let digits = String(value, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }
}

/// How a path's outline is drawn as a line.
public struct Stroke: Hashable, Sendable {
  public enum Cap: Hashable, Sendable { case butt, round, square }
  public enum Join: Hashable, Sendable { case miter, round, bevel }

  /// The line's width, in points.
  public var width: Double
  public var cap: Cap
  public var join: Join
  /// Lengths of ink and gap in turn, in points; empty is a solid line.
  public var dash: [Double]

  public init(width: Double, cap: Cap = .butt, join: Join = .round, dash: [Double] = []) {
    self.width = width
    self.cap = cap
    self.join = join
    self.dash = dash
  }
}
