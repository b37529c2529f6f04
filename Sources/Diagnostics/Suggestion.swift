/// The candidate that `word` was most likely meant to be, or nil when none is close.
///
/// Close means an edit distance (Levenshtein 1966, with neighbouring letters swapped as one
/// edit: Damerau 1964) of at most a third of the word, and never more than three. Upper and
/// lower case count as equal. Of equally close candidates the first wins.
public func closestMatch(
  to word: String, among candidates: some Sequence<String>
) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  let limit = min(3, max(1, wanted.count / 3))
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(wanted, Array(candidate.lowercased().unicodeScalars))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// “did you mean 'hiddenSize'?”, or nil when no candidate is close to `word`.
public func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  closestMatch(to: word, among: candidates).map { "did you mean '\($0)'?" }
}

/// “did you mean 'q-half'?”, or else “the checks are q-half, q-third” when there are few; nil when
/// there are many or none.
package func choose(_ word: String, among candidates: [String], named what: String) -> String? {
  if let meant = didYouMean(word, among: candidates) { return meant }
  guard (1...8).contains(candidates.count) else { return nil }
  return candidates.count == 1
    ? "the only one is '\(candidates[0])'"
    : "the \(what) are \(candidates.joined(separator: ", "))"
}

/// `true` for “yes”, `false` for “Off”; nil for what is neither.
package func flagMeant(by word: String) -> Bool? {
  switch word.lowercased() {
  case "true", "yes", "y", "on", "1": true
  case "false", "no", "n", "off", "0", "none": false
  default: nil
  }
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
      var distance = min(substitution, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
