/// A day of the Gregorian calendar, without a clock or a time zone.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Reads `2026-11-23` (ISO 8601); nil for another form or a day that does not exist.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
      (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads what was meant by `23.11.2026` or `2026-3-1`. Whether `1/2/2026` is in January or in
  /// February, nobody can tell.
  package static func meant(by text: String) -> CalendarDate? {
    let parts = text.split { !$0.isNumber }.map(String.init)
    guard parts.count == 3, let first = parts.firstIndex(where: { $0.count == 4 }), first != 1,
      first == 0 || text.contains(".")
    else { return nil }
    let order = first == 0 ? parts : parts.reversed()
    let padded = order.map { $0.count == 1 ? "0" + $0 : $0 }
    return CalendarDate(padded.joined(separator: "-"))
  }

  /// `2026-11-23`.
  package var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
