/// What a course promises about one figure: from this key, on any machine, these pixels.
package struct FigurePromise: Hashable, Sendable {
  package var label: String
  /// The hash of all that decides the picture.
  package var key: String
  /// The hashes of the decoded pixels: for a page in light and in dark, for a phone likewise.
  package var pixels: [String]
}

/// The promises of a course, as `figures.lock` keeps them: one figure a line, by label.
package struct FigureLock: Hashable, Sendable {
  package var promises: [String: FigurePromise]

  package init(_ promises: [FigurePromise] = []) {
    self.promises = Dictionary(promises.map { ($0.label, $0) }) { first, _ in first }
  }

  /// Reads the file's text; a line that is none of ours is left out, and then counts as changed.
  package init(text: String) {
    self.init(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 6, !line.hasPrefix("#") else { return nil }
        return FigurePromise(label: words[0], key: words[1], pixels: Array(words[2...]))
      })
  }

  package var text: String {
    let lines = promises.values.sorted { $0.label < $1.label }
      .map { ([$0.label, $0.key] + $0.pixels).joined(separator: " ") + "\n" }
    return "# Written by unroller: figure, key, pixels in light and in dark, for a page and for a "
      + "phone (SHA-256).\n"
      + lines.joined()
  }

  /// How `new` differs, a line for each figure, by label.
  package func changes(to new: FigureLock) -> [String] {
    let labels = Set(promises.keys).union(new.promises.keys).sorted()
    return labels.compactMap { label in
      switch (promises[label], new.promises[label]) {
      case (let old?, let new?): Self.change(from: old, to: new).map { "\(label): \($0)" }
      case (nil, .some): "\(label): is new"
      case (.some, nil): "\(label): is no longer drawn"
      case (nil, nil): nil
      }
    }
  }

  private static func change(from old: FigurePromise, to new: FigurePromise) -> String? {
    let hasSamePixels = old.pixels == new.pixels
    switch (old.key == new.key, hasSamePixels) {
    case (true, true): return nil
    case (true, false): return "the same program draws other pixels here"
    case (false, true): return "its program, options, fonts or engine changed; the pixels did not"
    case (false, false): return "its program, options, fonts or engine changed, and its pixels"
    }
  }
}
