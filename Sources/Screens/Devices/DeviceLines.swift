import Terminal

/// What is said of a device, line by line: the page shows them, commands print them.
public struct DeviceLines: Sendable {
  /// The language they are in.
  public let language: Language
  private var strings: DeviceStrings { language.strings.devices }

  /// Lines in a language.
  public init(_ language: Language) { self.language = language }

  /// A device in one line of a list: its name, whether it counts, its newest entry.
  public func line(_ device: ShownDevice) -> String {
    let parts = [
      Fitting.fit(name(device), to: 26), Fitting.fit(strings.brief(device.standing), to: 20),
      device.isThis ? "" : strings.newest(device.lastSeen),
    ]
    return parts.joined(separator: "  ").trimmed
  }

  /// Its name, or that it has none.
  public func name(_ device: ShownDevice) -> String {
    let own = device.callsItself.isEmpty ? strings.unnamed : strings.callsItself(device.callsItself)
    let name = device.name.isEmpty ? own : device.name
    return device.isThis ? strings.thisOne(name) : name
  }

  /// Who wrote on it, a line each.
  private func users(_ device: ShownDevice) -> [String] {
    guard !device.people.isEmpty else { return [] }
    return [strings.usersTitle]
      + device.people.map { user in
        "  " + strings.user(user.name ?? strings.unknownPerson(user.id), user.lastSeen)
      }
  }

  /// All that is known of a device; the words in both languages, the reader's own first.
  public func lines(_ device: ShownDevice, team: String?) -> [String] {
    [
      name(device),
      strings.team(team),
      strings.standing(device.standing),
      strings.meaning(device.standing),
      strings.words,
      "  " + device.words.text(language),
      "  " + device.words.text(language.other),
      strings.lastSeen(device.lastSeen),
    ].filter { !$0.isEmpty } + users(device)
  }
}
