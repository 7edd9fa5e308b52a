import JSONText

/// By what a household that was written down at its door can be known again.
public struct Door: Hashable, Sendable {
  /// The group or hamlet as it was written then.
  public var group: String
  /// The serial number as it was given then; empty where there was none.
  public var number: String
  /// The head's name as it was written then.
  public var head: String

  init(_ facts: HouseholdFacts) {
    func value(_ name: String) -> String {
      facts.values.first { $0.name == name }?.value ?? ""
    }
    let head = facts.members.first { $0["m_rel"] == "02" } ?? facts.members.first
    group = value("c_group")
    number = value("c_hh_no")
    self.head = head?["m_name"] ?? ""
  }

  /// Whether two doors may be one household's: the same group and number, or the same head.
  public func resembles(_ other: Door) -> Bool {
    (!number.isEmpty && number == other.number && group == other.group)
      || (!head.isEmpty && head == other.head)
  }
}

extension Door {
  var json: JSON {
    ["group": .string(group), "number": .string(number), "head": .string(head)]
  }

  /// Reads what a derived file holds; nil when it is not that.
  init?(json: JSON) {
    guard let group = json["group"]?.string, let number = json["number"]?.string,
      let head = json["head"]?.string
    else { return nil }
    self.group = group
    self.number = number
    self.head = head
  }
}
