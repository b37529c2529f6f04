#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A program of the machine's that is run to its end.
enum Tool {
  /// - Parameters:
  ///   - words: the program, looked for as a shell does, and its arguments.
  ///   - output: the file that takes what it prints and says.
  /// - Returns: whether it ended with 0.
  static func run(_ words: [String], output: String) throws(DiskError) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let mode = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, mode, 0o644)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    let arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var id = pid_t()
    let failure = posix_spawnp(&id, words[0], &actions, nil, arguments + [nil], environ)
    guard failure == 0 else { throw DiskError("start", words[0], code: failure) }
    var status: CInt = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
