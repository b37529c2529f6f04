import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A process of this same program that performs pages.
struct WorkerProcess: Sendable, Equatable {
  private let id: pid_t
  let channel: Channel

  /// One at a time: a pipe's ends must not be inherited by another worker that starts just then.
  private static let starting = Mutex(())

  /// - Parameter arguments: behind the program's name.
  static func start(arguments: [String]) throws(DiskError) -> WorkerProcess {
    try starting.withLock { _ throws(DiskError) in try spawn(arguments) }
  }

  private static func spawn(_ arguments: [String]) throws(DiskError) -> WorkerProcess {
    guard let program = SystemFiles.programPath else {
      throw DiskError(description: "the program cannot find itself on the disk")
    }
    let toWorker = try pipe()
    let fromWorker = try pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toWorker.read, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromWorker.write, STDOUT_FILENO)
    // Its last words would be of the language's runtime, not of the author's page.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var id = pid_t()
    let words = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    let failure = posix_spawn(&id, program, &actions, nil, words + [nil], environ)
    close(toWorker.read)
    close(fromWorker.write)
    let channel = Channel(input: fromWorker.read, output: toWorker.write)
    guard failure == 0 else {
      channel.close()
      throw DiskError("start", program, code: failure)
    }
    return WorkerProcess(id: id, channel: channel)
  }

  /// Ends it at once, whatever it is doing; its owner has still to see that it is gone.
  func stop() { sendSignal(id, SIGKILL) }

  /// Ends it at once, and sees that it is gone.
  func kill() {
    stop()
    finish()
  }

  static func == (left: WorkerProcess, right: WorkerProcess) -> Bool { left.id == right.id }

  /// Lets it end by itself: there will be no more orders.
  func finish() {
    channel.close()
    while waitpid(id, nil, 0) < 0, errno == EINTR {}
  }
}

/// Two descriptors that no other process inherits but by being handed them.
private func pipe() throws(DiskError) -> (read: CInt, write: CInt) {
  var ends: [CInt] = [0, 0]
  guard systemPipe(&ends) == 0 else { throw DiskError("open", "a pipe") }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

// The functions above carry the names of the calls that they make.
private func systemPipe(_ ends: UnsafeMutablePointer<CInt>) -> CInt { pipe(ends) }
private func sendSignal(_ id: pid_t, _ signal: CInt) { _ = kill(id, signal) }
