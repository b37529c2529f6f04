/// One published claim, and what comes of it here.
struct Study {
  let title: String
  /// What is claimed, by whom and where.
  let claim: String
  /// What was done here: sizes, seeds, rates.
  let setup: String
  let table: Table
  /// What the numbers say about the claim, in words that they decide.
  let finding: String

  var markdown: String {
    """
    ## \(title)

    **Claimed.** \(claim)

    **Done here.** \(setup)

    \(table.markdown)

    **Found.** \(finding)

    """
  }
}

/// Rows of text under headings; the first column is read from the left, the others from the right.
struct Table {
  let headings: [String]
  var rows: [[String]]

  var markdown: String {
    let rules = headings.indices.map { $0 == 0 ? ":--" : "--:" }
    return ([headings, rules] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}

/// Says which of two sentences holds: a finding that the numbers decide.
func finding(_ holds: Bool, _ yes: String, otherwise no: String) -> String {
  holds ? yes : "**Not reproduced:** " + no
}
