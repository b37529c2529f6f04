import Testing

@Suite("the course beside a page")
struct NavigationTests {
  /// Parts of three lessons each, in folders of their own.
  private func course(parts: Int) throws -> TemporaryCourse {
    var settings = "title: A course\nparts:\n"
    for part in 0..<parts {
      let pages = (0..<3).map { "p\(part)/\($0).md" }.joined(separator: ", ")
      settings += "  - title: Part \(part)\n    pages: [\(pages)]\n"
    }
    let course = try TemporaryCourse(page: "# Home\n\nWords.\n", settings: settings)
    for part in 0..<parts {
      for page in 0..<3 {
        try course.write("# P\(part)-\(page)\n\nWords.\n", to: "p\(part)/\(page).md")
      }
    }
    return course
  }

  /// The links beside a page, and which of them is marked as the page itself.
  private func links(
    of page: String, in course: TemporaryCourse
  ) throws -> (titles: [String], current: [String]) {
    let html = try #require(try course.built(page))
    let start = try #require(html.firstRange(of: "<nav class=\"course\""))
    let rest = html[start.upperBound...]
    let navigation = rest[..<(try #require(rest.firstRange(of: "</nav>")).lowerBound)]
    let items = navigation.split(separator: "<li><a href=").dropFirst()
    func title(_ item: Substring) -> String {
      String(item.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
    return (
      items.map(title),
      items.filter { $0.prefix { $0 != ">" }.contains("aria-current=\"page\"") }.map(title)
    )
  }

  @Test("in a short course it is whole, and every page marks itself alone")
  func short() throws {
    let course = try course(parts: 2)
    let all = ["P0-0", "P0-1", "P0-2", "P1-0", "P1-1", "P1-2"]
    for (page, own) in [("p0/0.html", "P0-0"), ("p0/2.html", "P0-2"), ("p1/1.html", "P1-1")] {
      let links = try links(of: page, in: course)
      #expect(links.titles == all)
      #expect(links.current == [own])
    }
    #expect(try links(of: "index.html", in: course).current == [])
    #expect(try links(of: "search.html", in: course).titles == all)
  }

  @Test("in a long course it is the page's own part and the first page of each other")
  func long() throws {
    let links = try links(of: "p1/2.html", in: course(parts: 30))
    #expect(links.titles.count == 29 + 3)
    #expect(links.titles.prefix(5) == ["P0-0", "P1-0", "P1-1", "P1-2", "P2-0"])
    #expect(links.current == ["P1-2"])
  }

  @Test("with more parts than anybody would look through it is the page's own part alone")
  func longest() throws {
    let course = try course(parts: 81)
    let links = try links(of: "p7/1.html", in: course)
    #expect(links.titles == ["P7-0", "P7-1", "P7-2"])
    #expect(links.current == ["P7-1"])
    #expect(try #require(try course.built("p7/1.html")).contains("Part 8") == false)
    #expect(try self.links(of: "404.html", in: course).titles.count == 81)
  }
}
