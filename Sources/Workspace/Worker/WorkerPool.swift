import Diagnostics
import SitePipeline
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Has pages performed by processes of their own, each one page at a time.
///
/// A block that brings its process down, or does not end, costs that process and its own page's
/// results; the build says so at the block and goes on with the other pages.
package final class WorkerPool: Sendable {
  /// Seconds that a worker may be silent beyond what a block may take: for starting, drawing, and
  /// a machine that is busy.
  private static let patience = 10.0

  private let arguments: [String]
  private let idle = Mutex<[WorkerProcess]>([])
  private let busy = Mutex<[WorkerProcess]>([])

  /// - Parameters:
  ///   - command: the command's name under which the program is a worker.
  ///   - store: a folder that keeps results between builds; nil works everything out anew.
  package init(command: String, store: String?) {
    arguments = [command] + (store.map { ["--store", $0] } ?? [])
    // A worker that is gone is noticed when it is written to.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    idle.withLock { workers in
      for worker in workers { worker.finish() }
    }
  }

  package var stage: Stage {
    Stage(perform: { self.perform($0) }, cancel: { self.cancel() })
  }

  /// Stops the workers that are busy; whoever waits for them sees them gone.
  private func cancel() {
    busy.withLock { workers in
      for worker in workers { worker.stop() }
      workers = []
    }
  }

  /// Takes a worker off the busy ones; false when it was stopped meanwhile.
  private func isStillOurs(_ worker: WorkerProcess) -> Bool {
    busy.withLock { workers in
      guard let place = workers.firstIndex(of: worker) else { return false }
      workers.remove(at: place)
      return true
    }
  }

  private func perform(_ order: WorkOrder) -> Diagnosed<Performance> {
    do {
      let worker = try idle.withLock { $0.popLast() } ?? .start(arguments: arguments)
      busy.withLock { $0.append(worker) }
      return perform(order, by: worker)
    } catch {
      return order.failed(with: .error("no block can run: \(error)", at: nil))
    }
  }

  private func perform(_ order: WorkOrder, by worker: WorkerProcess) -> Diagnosed<Performance> {
    var begun: String?
    do throws(Channel.Failure) {
      try worker.channel.send(.order, order.archived)
      while true {
        let message = try worker.channel.receive(
          before: .now + .seconds(order.limits.seconds + Self.patience))
        guard message.kind == .done else {
          begun = String(decoding: message.bytes, as: UTF8.self)
          continue
        }
        guard let done = try? order.performance(archived: message.bytes) else { throw .closed }
        if isStillOurs(worker) { idle.withLock { $0.append(worker) } } else { worker.kill() }
        return done
      }
    } catch {
      _ = isStillOurs(worker)
      worker.kill()
      return order.failed(with: order.diagnostic(error, in: begun))
    }
  }
}

extension WorkOrder {
  fileprivate func diagnostic(_ failure: Channel.Failure, in label: String?) -> Diagnostic {
    let span = span(of: label)
    switch failure {
    case .late:
      return .error(
        "this block does not end within \(Int(limits.seconds)) seconds", at: span,
        hint: "does it ask for something very large?")
    case .closed:
      return .error(
        "this block brought its process down", at: span,
        hint:
          "it asks for more than \(limits.memoryBytes >> 20) MB of memory, or for something that "
          + "cannot be computed; are its sizes meant to be so large?")
    }
  }
}
