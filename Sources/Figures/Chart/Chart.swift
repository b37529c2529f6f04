import Drawing

/// Marks over two axes, with the vocabulary of Swift Charts.
///
/// ```swift
/// Chart {
///   LineMark(rnn, label: "SimpleRNN")
///   RuleMark(y: 0.001, label: "a thousandth")
/// }
/// .xAxis("time-steps back").yAxis("‖∂L/∂h‖", scale: .log)
/// ```
public struct Chart: Figure, Hashable {
  public var marks: [Mark]
  public var title: String?
  public var subtitle: String?
  public var xAxis = Axis()
  public var yAxis = Axis()
  public var width: Double?
  public var height: Double?

  public init(@ChartBuilder _ content: () -> [Mark]) { marks = content() }
  public init(marks: [Mark]) { self.marks = marks }

  public func title(_ text: String) -> Chart { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> Chart { with(self) { $0.subtitle = text } }

  /// What the horizontal axis shows; a scale that is left out is chosen from the data.
  public func xAxis(_ title: String, scale: AxisScale? = nil) -> Chart {
    with(self) { ($0.xAxis.title, $0.xAxis.scale) = (title, scale ?? $0.xAxis.scale) }
  }
  /// What the vertical axis shows; a scale that is left out is linear.
  public func yAxis(_ title: String, scale: AxisScale? = nil) -> Chart {
    with(self) { ($0.yAxis.title, $0.yAxis.scale) = (title, scale ?? $0.yAxis.scale) }
  }
  /// The part of the horizontal axis to show; marks are cut at its ends.
  public func xRange(from low: Double, to high: Double) -> Chart {
    with(self) { $0.xAxis.range = Axis.Range(low: low, high: high) }
  }
  /// The part of the vertical axis to show; marks are cut at its ends.
  public func yRange(from low: Double, to high: Double) -> Chart {
    with(self) { $0.yAxis.range = Axis.Range(low: low, high: high) }
  }
}
