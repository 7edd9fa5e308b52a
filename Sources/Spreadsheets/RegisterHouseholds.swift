/// Gathers the rows of a register into households and finds what contradicts.
struct RegisterHouseholds {
  private struct Draft {
    var first: RegisterRow
    var members: [RegisterMember] = []
    var names: [String: [(row: Int, values: [RegisterField: String])]] = [:]
    var personNumbers: [String: Int] = [:]
    var headRow: Int?
    /// Whether a relation could not be read: the head may be behind it.
    var hasUnreadRelation = false
  }

  private let columns: RegisterColumns
  private var drafts: [Draft] = []
  private var bySerial: [String: Int] = [:]
  private var byNumber: [String: Int] = [:]
  private var citizenNumbers: [String: (row: Int, household: Int?)] = [:]
  private var current: Int?
  /// Whether the rows without a serial belong to a household whose serial could not be read.
  private var isLost = false
  private var faults: [RegisterFault] = []

  init(columns: RegisterColumns) {
    self.columns = columns
  }

  var households: [RegisterHousehold] {
    drafts.map { draft in
      let serial = draft.first.values[.serial] ?? ""
      // Two kinds of keys that look alike must not meet.
      let key = draft.first.values[.householdNumber].map { "n:" + $0 } ?? "s:" + serial
      return RegisterHousehold(
        sourceKey: key, row: draft.first.number, facts: draft.first.facts(ofHousehold: true),
        members: draft.members)
    }
  }

  mutating func add(_ row: RegisterRow) {
    place(row)
    addMember(row)
  }

  mutating func finish() -> [RegisterFault] {
    for draft in drafts
    where draft.headRow == nil && !draft.hasUnreadRelation && draft.first.values[.head] == nil {
      faults.append(
        RegisterFault(row: draft.first.number, column: columns.byField[.relation], .noHead))
    }
    return faults
  }

  private mutating func fault(
    _ row: RegisterRow, _ field: RegisterField, _ kind: RegisterFault.Kind
  ) {
    faults.append(RegisterFault(row: row.number, column: columns.byField[field], kind))
  }

  /// Finds or begins the row's household.
  private mutating func place(_ row: RegisterRow) {
    guard let serial = row.values[.serial] else {
      if row.written.contains(.serial) {
        // Told already, with the cell; the row belongs to no household that is known.
        current = nil
        isLost = true
      } else if current != nil {
        join(row)
      } else if !isLost {
        fault(row, .serial, .noHousehold)
      }
      return
    }
    isLost = false
    if let known = bySerial[serial] {
      current = known
      join(row)
      return
    }
    current = drafts.count
    bySerial[serial] = drafts.count
    if let number = row.values[.householdNumber] {
      if let other = byNumber[number] {
        fault(row, .householdNumber, .numberOfOtherHousehold(row: drafts[other].first.number))
      } else {
        byNumber[number] = drafts.count
      }
    }
    drafts.append(Draft(first: row))
  }

  /// Compares the household cells of a later row with what is known, and fills what was blank.
  private mutating func join(_ row: RegisterRow) {
    guard let current else { return }
    let first = drafts[current].first
    for field in RegisterField.allCases where field.isOfHousehold {
      guard let value = row.values[field] else { continue }
      guard let known = first.values[field] else {
        drafts[current].first.values[field] = value
        continue
      }
      if known != value {
        fault(
          row, field,
          field == .head
            ? .serialOfOtherHead(row: first.number) : .householdDiffers(row: first.number))
      }
    }
  }

  private mutating func addMember(_ row: RegisterRow) {
    var row = row
    guard row.written.contains(.name) else { return fault(row, .name, .missing) }
    noteCitizenNumber(row)
    guard let current, let name = row.values[.name] else { return }
    if row.values[.relation] == nil {
      if row.written.contains(.relation) {
        drafts[current].hasUnreadRelation = true
      } else if drafts[current].first.values[.head] == name, drafts[current].headRow == nil {
        row.values[.relation] = "02"
      } else {
        fault(row, .relation, .missing)
      }
    }
    if row.values[.relation] == "02" {
      if let head = drafts[current].headRow {
        fault(row, .relation, .secondHead(row: head))
      } else {
        drafts[current].headRow = row.number
      }
    }
    let key = memberKey(row, name: name, household: current)
    drafts[current].members.append(
      RegisterMember(sourceKey: key, row: row.number, facts: row.facts(ofHousehold: false)))
  }

  private mutating func noteCitizenNumber(_ row: RegisterRow) {
    guard let number = row.values[.citizenNumber] else { return }
    if let other = citizenNumbers[number] {
      let same = current != nil && other.household == current
      fault(row, .citizenNumber, .citizenNumberTwice(row: other.row, sameHousehold: same))
    } else {
      citizenNumbers[number] = (row.number, current)
    }
  }

  private mutating func memberKey(_ row: RegisterRow, name: String, household: Int) -> String {
    let namesakes = drafts[household].names[name] ?? []
    drafts[household].names[name] = namesakes + [(row.number, row.values)]
    if let number = row.values[.personNumber] {
      if let other = drafts[household].personNumbers[number] {
        fault(row, .personNumber, .personNumberTwice(row: other))
      } else {
        drafts[household].personNumbers[number] = row.number
      }
      return "n:" + number
    }
    let telling: [RegisterField] = [.citizenNumber, .birthDate, .estimatedAge, .personNumber]
    for namesake in namesakes
    where !telling.contains(where: { namesake.values[$0] != row.values[$0] }) {
      fault(row, .name, .personTwice(row: namesake.row))
    }
    return namesakes.isEmpty ? "p:" + name : "p:\(name)#\(namesakes.count + 1)"
  }
}
