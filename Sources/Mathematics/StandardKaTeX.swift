/// Where systems keep KaTeX's script; the edge opens the first that is there.
package enum StandardKaTeX {
  /// Debian's and Fedora's packages, then Node's global modules on Linux and on macOS.
  package static let paths = [
    "/usr/share/javascript/katex/katex.min.js",
    "/usr/share/nodejs/katex/dist/katex.min.js",
    "/usr/lib/node_modules/katex/dist/katex.min.js",
    "/usr/local/lib/node_modules/katex/dist/katex.min.js",
    "/opt/homebrew/lib/node_modules/katex/dist/katex.min.js",
  ]

  package static let hint =
    "Install it with 'apt install libjs-katex' or 'npm install --global katex'."
}
