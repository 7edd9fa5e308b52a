/// Where the rows of a survey stand in its groups.
struct SurveyOutline {
  struct Item {
    let name: String
    /// The names from the outermost group down to this row.
    let path: [String]
    let isGroup: Bool
    /// The item around this one.
    let parent: Int?
    let first: Int
    /// The row that ends it: its own unless it is a group.
    var last: Int
  }

  private(set) var items: [Item] = []

  init(_ sheet: Sheet) {
    let columns = OverlayColumns(sheet.header, of: "survey")
    var open: [Int] = []
    for (index, row) in sheet.rows.enumerated() {
      guard let text = columns.text(row, "type") else { continue }
      if ["yes", "true", "true()"].contains(columns.text(row, "disabled")?.lowercased() ?? "") {
        continue
      }
      let type = TypeName(text)
      if type == .endGroup || type == .endRepeat {
        if let closed = open.popLast() { items[closed].last = index }
        continue
      }
      let isGroup = type == .beginGroup || type == .beginRepeat
      let name = columns.text(row, "name") ?? ""
      let around = open.last.map { items[$0].path } ?? []
      items.append(
        Item(
          name: name, path: around + [name], isGroup: isGroup, parent: open.last, first: index,
          last: index))
      if isGroup { open.append(items.count - 1) }
    }
  }

  func groups(named name: String) -> [Int] {
    items.indices.filter { items[$0].isGroup && items[$0].name == name }
  }

  /// The rows of that name, directly in a group where one is given.
  func rows(named name: String, in group: Int?) -> [Int] {
    items.indices.filter {
      items[$0].name == name && (group == nil || items[$0].parent == group)
    }
  }
}
