import Fingerprinting
import Testing

@Suite("fingerprints")
struct FingerprintTests {
  @Test(
    "the examples of FIPS 180-4 hash as printed there",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
          + "lmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func examples(text: String, hash: String) {
    #expect(Fingerprint(ofText: text).hex == hash)
  }

  @Test("a million letters hash as printed there")
  func million() {
    #expect(
      Fingerprint(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("fields that run together in other places do not hash alike")
  func framing() {
    func hash(_ fields: [(String, String)]) -> String {
      var builder = Fingerprint.Builder()
      for (name, value) in fields { builder.add(name, value) }
      return builder.finish().hex
    }
    #expect(hash([("a", "bc")]) != hash([("ab", "c")]))
    #expect(hash([("a", "b"), ("c", "d")]) != hash([("a", "bcd")]))
    #expect(hash([("a", "b")]) != hash([("a", "b"), ("", "")]))
    #expect(hash([("a", "b")]) == hash([("a", "b")]))
  }

  @Test("fields are framed as documented, so that the keys of a store outlive a version")
  func frame() {
    var builder = Fingerprint.Builder()
    builder.add("ab", "c")
    let bytes: [UInt8] = [2, 0, 0, 0, 0, 0, 0, 0, 97, 98, 1, 0, 0, 0, 0, 0, 0, 0, 99]
    #expect(builder.finish() == Fingerprint(of: bytes))
  }

  @Test("a builder without fields is the fingerprint of nothing")
  func empty() {
    #expect(Fingerprint.Builder().finish() == Fingerprint(ofText: ""))
  }

  @Test("the short form is the first eight digits")
  func short() {
    #expect(Fingerprint(ofText: "abc").short == "ba7816bf")
  }
}
