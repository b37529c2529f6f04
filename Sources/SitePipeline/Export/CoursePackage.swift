/// A course's blocks as a Swift package that stands by itself: a program for each page, and beside
/// them the libraries that the blocks call.
package struct CoursePackage: Sendable {
  /// The modules that a lesson's program needs, and what each of them needs.
  private static let modules: [(name: String, dependencies: [String])] = [
    ("CPNGShim", ["CPNG"]), ("CCrypto", []), ("CRecurrentKernels", []), ("Drawing", []),
    ("Fingerprinting", ["CCrypto"]), ("Recurrent", ["CRecurrentKernels"]), ("Figures", ["Drawing"]),
    ("Lettering", ["Drawing", "CHarfBuzz"]),
    ("Raster", ["Drawing", "Fingerprinting", "CPNGShim"]),
    ("LessonProgram", ["Drawing", "Figures", "Lettering", "Raster"]),
  ]
  private static let systemLibraries = [
    (name: "CPNG", package: "libpng", debian: "libpng-dev", brew: "libpng"),
    (name: "CHarfBuzz", package: "harfbuzz", debian: "libharfbuzz-dev", brew: "harfbuzz"),
  ]

  package let lessons: [CompiledLesson]
  /// Our own sources, by their path below `Sources`.
  let engine: SourceTree

  package init(lessons: [CompiledLesson], engine: SourceTree) {
    self.lessons = lessons
    self.engine = engine
  }

  package var lessonNames: [String] { lessons.map(\.name) }

  package var files: [BuiltSite.File] {
    let names = Self.modules.map(\.name) + Self.systemLibraries.map(\.name)
    let libraries = engine.paths
      .filter { path in names.contains { path.hasPrefix($0 + "/") } }
      .map { BuiltSite.File(path: "Sources/\($0)", bytes: engine.files[$0] ?? []) }
    let programs = lessons.map {
      BuiltSite.File(path: "Sources/\($0.name)/main.swift", text: $0.source)
    }
    return [BuiltSite.File(path: "Package.swift", text: manifest)] + libraries + programs
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    // The blocks of a course, a program for each page: 'swift run -c release PAGE' prints what the
    // page prints and draws its figures into the folder 'figures'.
    let package = Package(
      name: "lessons",
      platforms: [.macOS(.v15)],
      targets: [
    \(targets.map { "    \($0)," }.joined(separator: "\n"))
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  private var targets: [String] {
    let system = Self.systemLibraries.map { library in
      ".systemLibrary(name: \"\(library.name)\", pkgConfig: \"\(library.package)\", providers: "
        + "[.apt([\"\(library.debian)\"]), .brew([\"\(library.brew)\"])])"
    }
    let modules = Self.modules.map { module in
      ".target(name: \"\(module.name)\", dependencies: \(module.dependencies)\(linking(module.name)))"
    }
    // A block's names belong to the main thread, where all of it runs.
    let programs = lessons.map { lesson in
      ".executableTarget(name: \"\(lesson.name)\", dependencies: "
        + "[\"Recurrent\", \"Figures\", \"LessonProgram\"], "
        + "swiftSettings: [.defaultIsolation(MainActor.self)])"
    }
    return system + modules + programs
  }

  private func linking(_ module: String) -> String {
    switch module {
    case "Recurrent": ", linkerSettings: [.linkedLibrary(\"m\")]"
    case "CCrypto":
      ", linkerSettings: [.linkedLibrary(\"crypto\", .when(platforms: [.linux]))]"
    default: ""
    }
  }
}
