/// What a language's words look like: enough to colour a listing, far from enough to parse it.
struct LanguageRules: Sendable {
  struct Quotes: Sendable {
    var open: [UInt8]
    var close: [UInt8]
    /// Whether a backslash keeps the next character from closing.
    var hasEscapes = true
    var isMultiline = false

    init(_ open: String, _ close: String, hasEscapes: Bool = true, isMultiline: Bool = false) {
      self.open = Array(open.utf8)
      self.close = Array(close.utf8)
      self.hasEscapes = hasEscapes
      self.isMultiline = isMultiline
    }
  }

  var keywords: Set<String> = []
  var types: Set<String> = []
  var lineComment: [UInt8]?
  /// A `#` inside of a word begins no comment.
  var commentNeedsSpace = false
  var blockComment: Quotes?
  /// The longest first.
  var quotes: [Quotes] = []
  /// Words that may stand right before a quote, such as Python's `f`.
  var quotePrefixes: Set<String> = []
  /// Bytes of a word beside letters, digits and `_`.
  var wordBytes: Set<UInt8> = []
  var hasCalls = false
  /// `Upper` words are types.
  var hasUpperTypes = false
  /// A word before this byte is a key.
  var keyMark: UInt8?
  /// A string before the mark is a key too.
  var hasQuotedKeys = false
  /// What begins a variable, such as `$`.
  var variableMark: UInt8?
  /// What begins an attribute, such as `@`.
  var attributeMark: UInt8?
  /// A word behind `#` at the start of a line belongs to the preprocessor.
  var hasPreprocessor = false
  /// `[section]` at the start of a line.
  var hasSections = false
  /// `\word`.
  var hasCommands = false

  static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static let double = Quotes("\"", "\"")
  private static let single = Quotes("'", "'")
}

extension LanguageRules {
  static let shell: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words(
      "if then elif else fi for in do done while until case esac function return export local set"
        + " unset source exit break continue")
    rules.lineComment = Array("#".utf8)
    rules.commentNeedsSpace = true
    rules.quotes = [
      Quotes("\"", "\"", isMultiline: true), Quotes("'", "'", hasEscapes: false, isMultiline: true),
    ]
    rules.wordBytes = Set("-./".utf8)
    rules.variableMark = UInt8(ascii: "$")
    return rules
  }()

  static let python: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words(
      "False None True and as assert async await break case class continue def del elif else except"
        + " finally for from global if import in is lambda match nonlocal not or pass raise return"
        + " self try while with yield")
    rules.types = words("bool bytes dict float int list object set str tuple type")
    rules.lineComment = Array("#".utf8)
    rules.quotes = [
      Quotes("\"\"\"", "\"\"\"", isMultiline: true), Quotes("'''", "'''", isMultiline: true),
      double, single,
    ]
    rules.quotePrefixes = words("r b f u rb br fr rf R B F U")
    rules.hasCalls = true
    rules.hasUpperTypes = true
    rules.attributeMark = UInt8(ascii: "@")
    return rules
  }()

  static let javaScript: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words(
      "as async await break case catch class const continue debugger default delete do else enum"
        + " export extends false finally for from function get if implements import in instanceof"
        + " interface let new null of private public readonly return set static super switch this"
        + " throw true try type typeof undefined var void while with yield")
    rules.types = words("any boolean never number string unknown")
    rules.lineComment = Array("//".utf8)
    rules.blockComment = Quotes("/*", "*/", hasEscapes: false, isMultiline: true)
    rules.quotes = [Quotes("`", "`", isMultiline: true), double, single]
    rules.wordBytes = Set("$".utf8)
    rules.hasCalls = true
    rules.hasUpperTypes = true
    rules.attributeMark = UInt8(ascii: "@")
    return rules
  }()

  static let c: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words(
      "auto break case const continue default do else enum extern false for goto if inline NULL"
        + " register restrict return sizeof static struct switch true typedef union volatile while")
    rules.types = words(
      "bool char double float int int16_t int32_t int64_t int8_t long short signed size_t ssize_t"
        + " uint16_t uint32_t uint64_t uint8_t uintptr_t unsigned void")
    rules.lineComment = Array("//".utf8)
    rules.blockComment = Quotes("/*", "*/", hasEscapes: false, isMultiline: true)
    rules.quotes = [double, single]
    rules.hasCalls = true
    rules.hasPreprocessor = true
    return rules
  }()

  static let cPlusPlus: LanguageRules = {
    var rules = c
    rules.keywords.formUnion(
      words(
        "catch class concept constexpr consteval decltype delete explicit export final friend"
          + " mutable namespace new noexcept nullptr operator override private protected public"
          + " requires template this throw try typename using virtual"))
    rules.hasUpperTypes = true
    return rules
  }()

  static let rust: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words(
      "as async await break const continue crate dyn else enum extern false fn for if impl in let"
        + " loop match mod move mut pub ref return self Self static struct super trait true type"
        + " unsafe use where while")
    rules.types = words(
      "bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize")
    rules.lineComment = Array("//".utf8)
    rules.blockComment = Quotes("/*", "*/", hasEscapes: false, isMultiline: true)
    rules.quotes = [Quotes("\"", "\"", isMultiline: true)]
    rules.hasCalls = true
    rules.hasUpperTypes = true
    return rules
  }()

  static let json: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words("true false null")
    rules.lineComment = Array("//".utf8)
    rules.blockComment = Quotes("/*", "*/", hasEscapes: false, isMultiline: true)
    rules.quotes = [double]
    rules.keyMark = UInt8(ascii: ":")
    rules.hasQuotedKeys = true
    return rules
  }()

  static let toml: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words("true false inf nan")
    rules.lineComment = Array("#".utf8)
    rules.quotes = [
      Quotes("\"\"\"", "\"\"\"", isMultiline: true),
      Quotes("'''", "'''", hasEscapes: false, isMultiline: true), double,
      Quotes("'", "'", hasEscapes: false),
    ]
    rules.wordBytes = Set("-.".utf8)
    rules.keyMark = UInt8(ascii: "=")
    rules.hasQuotedKeys = true
    rules.hasSections = true
    return rules
  }()

  static let css: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words("important")
    rules.blockComment = Quotes("/*", "*/", hasEscapes: false, isMultiline: true)
    rules.quotes = [double, single]
    rules.wordBytes = Set("-".utf8)
    rules.hasCalls = true
    rules.keyMark = UInt8(ascii: ":")
    rules.attributeMark = UInt8(ascii: "@")
    return rules
  }()

  static let make: LanguageRules = {
    var rules = LanguageRules()
    rules.keywords = words("ifeq ifneq ifdef ifndef else endif include export define endef")
    rules.lineComment = Array("#".utf8)
    rules.quotes = [double, single]
    rules.wordBytes = Set("-./".utf8)
    rules.keyMark = UInt8(ascii: ":")
    rules.variableMark = UInt8(ascii: "$")
    return rules
  }()

  static let bibTeX: LanguageRules = {
    var rules = LanguageRules()
    rules.lineComment = Array("%".utf8)
    rules.quotes = [double, Quotes("{", "}", hasEscapes: false)]
    rules.wordBytes = Set("-:".utf8)
    rules.keyMark = UInt8(ascii: "=")
    rules.attributeMark = UInt8(ascii: "@")
    return rules
  }()

  static let tex: LanguageRules = {
    var rules = LanguageRules()
    rules.lineComment = Array("%".utf8)
    rules.hasCommands = true
    return rules
  }()
}
