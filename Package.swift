// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "unroller",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "unroller", targets: ["unroller"]),
    // What a lesson's block may use, for Swift programs of one's own.
    .library(name: "Recurrent", targets: ["Recurrent"]),
    .library(name: "Figures", targets: ["Figures"]),
    // What a lesson's blocks are compiled against.
    .library(name: "LessonProgram", targets: ["LessonProgram"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    // MARK: - System libraries
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz",
      providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
    .target(name: "CPNGShim", dependencies: ["CPNG"]),
    .target(name: "CDuktape", linkerSettings: [.linkedLibrary("duktape")]),
    .target(name: "CFileSwap"),
    // Optimised for debugging as well, where training would take many times as long.
    .target(
      name: "CRecurrentKernels",
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

    // MARK: - Layer 0: vocabulary (imports nothing of ours)
    .target(name: "Diagnostics"),
    .target(name: "Drawing"),
    // Square roots: libm has the one that IEEE 754 asks for, to the last bit.
    .target(
      name: "Recurrent", dependencies: ["CRecurrentKernels"],
      swiftSettings: [.unsafeFlags(["-O"], .when(configuration: .debug))],
      linkerSettings: [.linkedLibrary("m")]),
    .target(
      name: "CCrypto", linkerSettings: [.linkedLibrary("crypto", .when(platforms: [.linux]))]),
    .target(name: "Fingerprinting", dependencies: ["CCrypto"]),

    // MARK: - Layer 1: engines (import vocabulary only, never each other)
    .target(name: "Figures", dependencies: ["Drawing"]),
    .target(name: "Lettering", dependencies: ["Drawing", "CHarfBuzz"]),
    .target(name: "Raster", dependencies: ["Drawing", "Fingerprinting", "CPNGShim"]),
    .target(
      name: "Markup",
      dependencies: ["Diagnostics", "CCMarkGFM", "Yams"]),
    .target(
      name: "Scripting",
      dependencies: [
        "Diagnostics",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftOperators", package: "swift-syntax"),
        .product(name: "SwiftIDEUtils", package: "swift-syntax"),
      ]),
    .target(name: "Mathematics", dependencies: ["Diagnostics", "CDuktape"]),
    .target(
      name: "Templating",
      dependencies: [
        "Diagnostics", "Markup", .product(name: "Mustache", package: "swift-mustache"),
      ]),

    // MARK: - Layer 2: assembly
    .target(
      name: "LessonProgram", dependencies: ["Drawing", "Figures", "Lettering", "Raster"]),
    .target(name: "Lab", dependencies: ["Diagnostics", "Scripting", "Recurrent", "Figures"]),
    .target(
      name: "SitePipeline",
      dependencies: [
        "Diagnostics", "Drawing", "Fingerprinting", "Figures", "Lettering", "Raster", "Markup",
        "Scripting", "Mathematics", "Templating", "Lab",
      ]),

    // MARK: - Layer 3: edges (the only code that touches disk, network, clock or terminal)
    .target(
      name: "Workspace",
      dependencies: ["Diagnostics", "Fingerprinting", "SitePipeline", "CFileSwap"]),
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", "SitePipeline", "Workspace",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "unroller",
      dependencies: [
        "Diagnostics", "SitePipeline", "Workspace", "Preview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // What live figures run in the page. `scripts/live-unroller` compiles it to WebAssembly, with
    // the allocator; here it is compiled for its tests.
    .target(name: "LiveUnroller", dependencies: ["Recurrent"], exclude: ["allocator.c"]),

    // MARK: - Benchmarks (in this package for the sake of `package` access; nothing depends on them)
    .executableTarget(
      name: "figure-benchmark", dependencies: ["Drawing", "Lettering", "Raster"],
      path: "Benchmarks/Figures", exclude: ["gnuplot_figures.py", "matplotlib_figures.py"]),
    .executableTarget(
      name: "recurrent-benchmark", dependencies: ["Recurrent"],
      path: "Benchmarks/Recurrent", exclude: ["torch_training.py"]),
    .executableTarget(
      name: "block-benchmark", dependencies: ["Diagnostics", "Lab", "Scripting"],
      path: "Benchmarks/Blocks"),
    .executableTarget(
      name: "evidence", dependencies: ["Recurrent"], path: "Benchmarks/Evidence"),

    // MARK: - Tests (without @testable: what they need is `package`)
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"]),
    .testTarget(name: "FingerprintingTests", dependencies: ["Fingerprinting"]),
    .testTarget(name: "FiguresTests", dependencies: ["Drawing", "Figures"]),
    .testTarget(
      name: "LabTests",
      dependencies: [
        "Diagnostics", "Lab", "Scripting",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ]),
    .testTarget(name: "LetteringTests", dependencies: ["Drawing", "Lettering"]),
    .testTarget(
      name: "LiveUnrollerTests", dependencies: ["LiveUnroller", "Markup", "Recurrent"],
      exclude: ["Vectors", "compare.mjs"]),
    .testTarget(name: "PreviewTests", dependencies: ["Diagnostics", "Preview", "SitePipeline"]),
    .testTarget(
      name: "RasterTests", dependencies: ["Drawing", "Lettering", "Raster"],
      exclude: ["Goldens"]),
    .testTarget(name: "MarkupTests", dependencies: ["Diagnostics", "Markup"]),
    .testTarget(name: "MathematicsTests", dependencies: ["Diagnostics", "Mathematics"]),
    .target(name: "CountedAllocations", path: "Tests/CountedAllocations"),
    .testTarget(
      name: "RecurrentTests", dependencies: ["CountedAllocations", "Recurrent"],
      exclude: ["Vectors"]),
    .testTarget(name: "ScriptingTests", dependencies: ["Diagnostics", "Scripting"]),
    .testTarget(name: "SitePipelineTests", dependencies: ["Diagnostics", "SitePipeline"]),
    .testTarget(name: "TemplatingTests", dependencies: ["Diagnostics", "Templating"]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: ["Diagnostics", "Preview", "SitePipeline", "Workspace"]),
    .testTarget(name: "CommandTests", dependencies: ["unroller"]),
    .testTarget(
      name: "CourseTests", dependencies: ["Diagnostics", "Lab", "SitePipeline", "Workspace"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "TidyTests",
      dependencies: [
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
