import Diagnostics

extension ComponentReader {
  mutating func readTabs() -> Component {
    var tabs: [Component.Tab] = []
    var hasOthers = false
    for block in directive.blocks {
      guard case .directive(let tab) = block.kind, tab.name == "tab" else {
        hasOthers = true
        report(
          "between tabs there is nothing but '::: tab'", at: block.span,
          hint: "write each as '::: tab Its title' to ':::'")
        continue
      }
      let title = tab.attributes.first { $0.key == "title" }?.value
      if title == nil, !tab.isBroken, !hasSlip(for: "title", in: tab, among: ["title"]) {
        report("a tab needs a title", at: tab.nameSpan, hint: "write ::: tab Its title")
      }
      if let title, tabs.contains(where: { $0.title == title }) {
        report(
          "two tabs are named '\(title)'", at: tab.nameSpan, hint: "say what is different in them")
      }
      tabs.append(Component.Tab(title: title ?? "", blocks: part(tab, attributes: ["title"])))
    }
    if tabs.count < 2, !hasOthers {
      report("tabs are two or more", hint: "write each as '::: tab Its title' to ':::'")
    }
    return .tabs(tabs)
  }
}
