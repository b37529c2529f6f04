import SitePipeline
import Testing

@Suite("paths in a site")
struct SitePathTests {
  @Test(
    "a link leads from one page to another by the shortest way",
    arguments: [
      ("index.html", "layers/lstm.html", "layers/lstm.html"),
      ("layers/lstm.html", "index.html", "../index.html"),
      ("layers/lstm.html", "layers/gru.html", "gru.html"),
      ("a/b/c.html", "a/d/e.html", "../d/e.html"),
      ("a/b.html", "a/b.html", "b.html"),
      ("index.html", "a b/ü.html", "a%20b/%C3%BC.html"),
    ])
  func links(page: String, target: String, link: String) {
    #expect(SitePath(target).link(from: SitePath(page)) == link)
  }

  @Test(
    "a relative address means what it means in a browser",
    arguments: [
      ("layers/lstm.md", "gru.md", "layers/gru.md"),
      ("layers/lstm.md", "../index.md", "index.md"),
      ("layers/lstm.md", "./gru.md", "layers/gru.md"),
      ("index.md", "layers/lstm.md", "layers/lstm.md"),
    ])
  func resolving(page: String, address: String, target: String) {
    #expect(SitePath(page).resolving(address) == SitePath(target))
  }

  @Test("an address that leads out of the course means nothing")
  func outside() {
    #expect(SitePath("index.md").resolving("../secret.md") == nil)
    #expect(SitePath("a/b.md").resolving("../../secret.md") == nil)
  }

  @Test("a page's root is one step up for each folder")
  func roots() {
    #expect(SitePath("index.html").root == "")
    #expect(SitePath("a/b/c.html").root == "../../")
    #expect(SitePath(page: "a/b.md") == SitePath("a/b.html"))
  }
}
