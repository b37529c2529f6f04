import CFileSwap

extension Disk {
  /// Lets two folders change names in one step, so that nobody ever sees neither or half of one.
  ///
  /// Where the file system cannot do that, the old folder steps aside first, and comes back when
  /// the second step fails.
  static func exchange(_ first: String, _ second: String) throws(DiskError) {
    if unroller_swap_names(first, second) == 0 { return }
    let aside = "\(second).old"
    try removeTree(aside)
    try move(second, to: aside)
    do {
      try move(first, to: second)
    } catch {
      try move(aside, to: second)
      throw error
    }
    try move(aside, to: first)
  }
}
