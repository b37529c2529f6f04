import Foundation

/// Milliseconds of CPU time, which on an idle machine is the time that passes; or, with several
/// threads, the time that passes.
func milliseconds(threads: Int = 1, _ body: () throws -> Void) rethrows -> Double {
  let id = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC
  func now() -> Double {
    var time = timespec()
    clock_gettime(id, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
  let start = now()
  try body()
  return now() - start
}

/// The median of what `body` takes: at least five times after one to warm up, for half a second.
func median(threads: Int = 1, _ body: () throws -> Void) rethrows -> Double {
  try body()
  var times: [Double] = []
  var sum = 0.0
  while times.count < 5 || (sum < 500 && times.count < 500) {
    times.append(try milliseconds(threads: threads, body))
    sum += times[times.count - 1]
  }
  return times.sorted()[times.count / 2]
}
