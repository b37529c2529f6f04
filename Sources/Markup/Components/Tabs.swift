import Diagnostics

extension ComponentReader {
  mutating func readTabs() -> Component {
    var tabs: [Component.Tab] = []
    for block in directive.blocks {
      guard case .directive(let tab) = block.kind, tab.name == "tab" else {
        report("between tabs there is nothing but '::: tab'", at: block.span)
        continue
      }
      let title = tab.attributes.first { $0.key == "title" }?.value
      if title == nil {
        report("a tab needs a title", at: tab.nameSpan, hint: "write ::: tab Its title")
      }
      tabs.append(Component.Tab(title: title ?? "", blocks: part(tab, attributes: ["title"])))
    }
    if tabs.count < 2 {
      report("tabs are two or more", hint: "write each as '::: tab Its title' to ':::'")
    }
    return .tabs(tabs)
  }
}
