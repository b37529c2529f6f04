import Foundation

// Reproduces published results and writes them beside the published numbers.
//
//   swift run -c release evidence [file]
//
// The file is docs/evidence.md where nothing else is said. Some minutes on one core; the text is
// the same on every machine.

let path = CommandLine.arguments.dropFirst().first ?? "docs/evidence.md"

let studies: [(name: String, run: () throws -> Study)] = [
  ("vanishing gradients", Vanishing.study),
  ("the eigenvalue trap", Vanishing.trap),
  ("single and double precision", Precision.study),
  ("factors by forget bias", Gates.factors),
  ("1,000 time-steps", Gates.reach),
  ("recall by forget bias", Forgetting.recall),
  ("a stream without end", Forgetting.stream),
  ("learning in a stream", Breakdown.study),
  ("temporal order", Memory.order),
  ("copying memory", Memory.copying),
  ("the adding problem", Adding.study),
]

var page = """
  # Evidence

  What the literature says of recurrent networks, and what Unroller's core makes of it. This page is \
  written by `swift run -c release evidence`: every number comes from the seeds that stand beside it \
  and is the same on every machine. Where a claim does not come out, its section says so.


  """
for (index, study) in studies.enumerated() {
  FileHandle.standardError.write(
    Data("\(index + 1) of \(studies.count): \(study.name)\n".utf8))
  page += try study.run().markdown + "\n"
}
while page.hasSuffix("\n\n") { page.removeLast() }
try page.write(to: URL(filePath: path), atomically: true, encoding: .utf8)
