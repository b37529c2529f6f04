/// The two ends of KaTeX's script: what it needs from the engine, and how we ask it.
extension TeXEngine {
  /// What KaTeX uses of a browser and Duktape 2.7 does not have.
  static let prelude = """
    var self = this;
    if (!Array.prototype.fill) {
      Object.defineProperty(Array.prototype, 'fill', { value: function (value, start, end) {
        end = end === undefined ? this.length : end;
        for (var index = start || 0; index < end; index++) this[index] = value;
        return this;
      } });
    }
    """

  static let entryName = "unrollerTypeset"

  /// Answers with one text whose first letter says what it is: `=` markup, `!` a mistake as
  /// `start:length:words`, `?` a command that is not trusted.
  ///
  /// KaTeX gives a mistake's position in whatever text its reader was in, which may be a macro's,
  /// and says so only by the excerpt at the end of its words. The excerpt is made again from the
  /// formula; where the two differ, the position is not the formula's. Its underlines (U+0332)
  /// count the letters that the mistake is about.
  static let entry = #"""
    function unrollerTypeset(tex, mode) {
      var macros = {};
      for (var index = 2; index < arguments.length; index += 2) {
        macros[arguments[index]] = arguments[index + 1];
      }
      try {
        return '=' + katex.renderToString(tex, {
          output: 'mathml', displayMode: mode === 'display', macros: macros, strict: 'ignore',
          maxExpand: 1000, maxSize: 100,
          trust: function (use) { throw { untrusted: use.command }; }
        });
      } catch (error) {
        if (error && error.untrusted) return '?' + error.untrusted;
        if (!(error instanceof katex.ParseError)) throw error;
        return '!' + unrollerPlace(tex, error.message, error.position);
      }
    }

    function unrollerPlace(tex, message, start) {
      message = message.replace(/^KaTeX parse error: /, '');
      if (start === undefined) return '-1:0:' + message;
      var seam = start === tex.length
        ? ' at end of input: ' : ' at position ' + (start + 1) + ': ';
      var at = message.indexOf(seam);
      var words = message.replace(/ at (position \d+|end of input): [^]*$/, '');
      if (at < 0) return '-1:0:' + words;
      var excerpt = message.slice(at + seam.length);
      var plain = excerpt.replace(/\u0332/g, '');
      var end = start + excerpt.length - plain.length;
      var expected = (start > 15 ? '\u2026' + tex.slice(start - 15, start) : tex.slice(0, start))
        + tex.slice(start, end)
        + (end + 15 < tex.length ? tex.slice(end, end + 15) + '\u2026' : tex.slice(end));
      return plain === expected
        ? start + ':' + (end - start) + ':' + message.slice(0, at) : '-1:0:' + words;
    }
    """#

  /// Takes an answer of `entry` apart.
  static func read(_ answer: String) -> Answer {
    let rest = answer.dropFirst()
    switch answer.first {
    case "=": return .markup(String(rest))
    case "?": return .untrusted(command: String(rest))
    default:
      let parts = rest.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      precondition(parts.count == 3, "the entry script answers in three parts")
      let start = Int(parts[0]) ?? -1
      let place = start < 0 ? nil : start..<(start + (Int(parts[1]) ?? 0))
      return .mistake(words: String(parts[2]), place: place)
    }
  }
}
