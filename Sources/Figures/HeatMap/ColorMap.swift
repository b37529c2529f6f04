import Drawing

/// Colours for numbers from 0 to 1, so that equal steps look equal.
///
/// The stops were computed in OKLCH with even steps of lightness (Ottosson 2020); between two of
/// them, which are close, mixing in sRGB stays within what eight bits can show.
public struct ColorMap: Hashable, Sendable {
  /// Colours as in CSS, at equal distances.
  public var stops: [UInt32]

  /// Colours that a map is cut into: fewer than a PNG palette holds, more than an eye tells apart.
  static let levels = 128

  public init(stops: [UInt32]) {
    precondition(stops.count > 1, "a colour map needs two colours")
    self.stops = stops
  }

  /// The number's level; below 0 and above 1 count as the ends.
  func level(_ value: Double) -> Int {
    min(Self.levels - 1, max(0, Int((min(1, max(0, value)) * Double(Self.levels)))))
  }

  /// The colour of a level.
  func color(level: Int) -> Color {
    let place = Double(level) / Double(Self.levels - 1) * Double(stops.count - 1)
    let index = min(stops.count - 2, Int(place))
    return Color(hex: stops[index]).mixed(with: Color(hex: stops[index + 1]), place - Double(index))
  }

  public func color(at value: Double) -> Color { color(level: level(value)) }
}

extension Color {
  /// `share` 0 is this colour, 1 the other.
  func mixed(with other: Color, _ share: Double) -> Color {
    func mix(_ left: UInt8, _ right: UInt8) -> UInt8 {
      UInt8((Double(left) + (Double(right) - Double(left)) * share).rounded())
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  func with(alpha: UInt8) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha) }
}

extension ColorMap {
  public static let sequentialLight = ColorMap(stops: [
    0xfaf9de, 0xe5edc9, 0xcde2b8, 0xb1d8ab, 0x91cea4, 0x6cc4a1, 0x48b7a0, 0x22aaa0,
    0x009a9d, 0x088a98, 0x077a91, 0x076a89, 0x045c7f, 0x034d75, 0x023f6b, 0x003064,
    0x082256,
  ])
  public static let sequentialDark = ColorMap(stops: [
    0x1a1e3e, 0x1d2a50, 0x1f3662, 0x1d4374, 0x135285, 0x026194, 0x077199, 0x05829f,
    0x0392a4, 0x0ea3a8, 0x08b4aa, 0x41c3a6, 0x6cd0a0, 0x92db9a, 0xb7e597, 0xdbee98,
    0xfcf79e,
  ])
  public static let divergingLight = ColorMap(stops: [
    0x013c79, 0x115097, 0x2e67ac, 0x4f7eba, 0x6e95c8, 0x8eadd4, 0xafc4e0, 0xd1dcea,
    0xf3f3f3, 0xe9d6cf, 0xddb9ad, 0xd09d8b, 0xc1816a, 0xb1654a, 0xa04929, 0x893009,
    0x6b2100,
  ])
  public static let divergingDark = ColorMap(stops: [
    0xaed5fe, 0x82bfff, 0x6da9e5, 0x6192c4, 0x567ca4, 0x4b6784, 0x405265, 0x363e48,
    0x2b2b2b, 0x463b34, 0x624b3c, 0x7e5c44, 0x9c6d4d, 0xba7f56, 0xd8915f, 0xf2a672,
    0xfec29b,
  ])
}
