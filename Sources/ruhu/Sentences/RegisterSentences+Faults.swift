import Screens
import Spreadsheets

extension RegisterSentences {
  /// How many lines are said at most: more than a screen nobody reads.
  private static let linesAtMost = 20
  /// How many stretches of rows one line names at most.
  private static let stretchesAtMost = 6

  /// The same thing wrong in the same column, and the rows where it is.
  private struct Group {
    var column: RegisterFault.Column?
    var kind: RegisterFault.Kind
    var rows: [Int] = []
    var count = 0
  }

  /// One line for the equal faults of a column, and how many faults there are.
  func lines(_ faults: RegisterFaults, file: String, choices: [String: [RegisterChoice]])
    -> [String]
  {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for fault in faults.faults {
      let key = "\(fault.column?.position ?? 0) \(fault.kind)"
      let place = places[key] ?? groups.count
      if place == groups.count { groups.append(Group(column: fault.column, kind: fault.kind)) }
      places[key] = place
      groups[place].count += 1
      if let row = fault.row { groups[place].rows.append(row) }
    }
    let rest = groups.dropFirst(Self.linesAtMost).reduce(0) { $0 + $1.count }
    return groups.prefix(Self.linesAtMost).map { line($0, file: file, choices: choices) }
      + (rest == 0 ? [] : [andMore(rest)]) + [nothingImported(faults.faults.count)]
  }

  private func line(
    _ group: Group, file: String, choices: [String: [RegisterChoice]]
  ) -> String {
    var place = file
    if let only = group.rows.first {
      place += " " + (group.rows.count == 1 ? row(only) : rows(stretches(group.rows)))
    }
    if let found = group.column {
      place += (group.rows.isEmpty ? " " : ", ")
      place += column(Self.letters(found.position), found.title)
    }
    return place + ": " + sentence(group.kind, choices)
  }

  /// Rows as people write them: `2–462, 470`.
  private func stretches(_ rows: [Int]) -> String {
    var found: [ClosedRange<Int>] = []
    for row in rows.sorted() {
      if let last = found.last, row <= last.upperBound + 1 {
        found[found.count - 1] = last.lowerBound...row
      } else {
        found.append(row...row)
      }
    }
    let shown = found.prefix(Self.stretchesAtMost).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return shown.joined(separator: isChinese ? "、" : ", ")
      + (found.count > Self.stretchesAtMost ? " …" : "")
  }

  private func sentence(
    _ kind: RegisterFault.Kind, _ choices: [String: [RegisterChoice]]
  ) -> String {
    switch kind {
    case .csv(let fault): sentence(fault)
    case .noTitles: noTitles
    case .unknownColumn: unknownColumn
    case .columnTwice(let other): columnTwice(Self.letters(other))
    case .missingColumn(let field):
      missingColumn(field.title(chinese: true), field.title(chinese: false))
    case .noRows: noRows
    case .cellWithoutTitle: cellWithoutTitle
    case .missing: missing
    case .tooLong(let limit): tooLong(limit)
    case .notAWholeNumber: notAWholeNumber
    case .outOfRange(let bounds): outOfRange(bounds.lowerBound, bounds.upperBound)
    case .notAVillageCode: notAVillageCode
    case .otherVillage: otherVillage
    case .notAPhoneNumber: notAPhoneNumber
    case .date(let fault): sentence(fault)
    case .dateOutOfRange: dateOutOfRange
    case .citizenNumber(let fault): sentence(fault)
    case .citizenNumberTwice(let row, let same): same ? idTwiceInHousehold(row) : idTwice(row)
    case .birthDateDiffers: birthDateDiffers
    case .sexDiffers: sexDiffers
    case .notAChoice(let list): notAChoice(list, labels(of: choices[list] ?? []))
    case .noSuchList(let list): noSuchList(list)
    case .householdDiffers(let row): householdDiffers(row)
    case .serialOfOtherHead(let row): serialOfOtherHead(row)
    case .numberOfOtherHousehold(let row): numberOfOtherHousehold(row)
    case .secondHead(let row): secondHead(row)
    case .noHead: noHead
    case .noHousehold: noHousehold
    case .personNumberTwice(let row): personNumberTwice(row)
    case .personTwice(let row): personTwice(row)
    }
  }

  /// The line for a file that is no table.
  func line(_ fault: CSVFault, file: String) -> String {
    let place = fault.row.map { " " + row($0) } ?? ""
    return "\(file)\(place): \(sentence(fault))"
  }

  private func sentence(_ fault: CSVFault) -> String {
    switch fault.kind {
    case .workbook: workbook
    case .utf16: utf16
    case .zeroByte: zeroByte(fault.offset ?? 0)
    case .badUTF8: badUTF8(fault.offset ?? 0, fault.line ?? 0)
    case .badText: badText(fault.offset ?? 0, fault.line ?? 0)
    case .openQuote: openQuote(fault.line ?? 0)
    case .textAfterQuote: textAfterQuote
    case .quoteInBareCell: quoteInBareCell
    }
  }

  private func sentence(_ fault: CalendarDateFault) -> String {
    switch fault {
    case .notADate: notADate
    case .spreadsheetSerial: spreadsheetSerial
    case .noSuchDay: noSuchDay
    }
  }

  private func sentence(_ fault: CitizenNumberFault) -> String {
    switch fault {
    case .otherCharacters: idOtherCharacters
    case .length(let count): idLength(count)
    case .oldFifteenDigits: idOld
    case .roundedBySpreadsheet: idRounded
    case .noSuchBirthDate: idBirthDate
    case .checkCharacter: idCheck
    }
  }

  /// What is wrong with a mapping file.
  func sentence(_ fault: RegisterMappingFault) -> String {
    switch fault {
    case .notAnObject(nil): mappingNotAnObject
    case .notAnObject(let member?): mappingMember(member)
    case .unknownMember(let member): mappingUnknownMember(member)
    case .unknownField(let name): mappingUnknownField(name)
    case .notAText(let member): mappingNotAText(member)
    }
  }

  private func labels(of choices: [RegisterChoice]) -> String {
    let shown = choices.prefix(12).map { choice in
      // The form's languages stand in its own order, Chinese first; a code where there is no label.
      let label = isChinese ? choice.labels.first : choice.labels.dropFirst().first
      return label ?? choice.labels.first ?? choice.name
    }
    let more = choices.count > 12 ? " …" : ""
    return shown.joined(separator: isChinese ? "、" : "; ") + more
  }

  private var isChinese: Bool { language == .chinese }

  /// The letters by which spreadsheets call a column: 1 is A, 27 is AA.
  static func letters(_ position: Int) -> String {
    var rest = position
    var letters = ""
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters.insert(Character(Unicode.Scalar(UInt8(0x41 + digit))), at: letters.startIndex)
      rest = (rest - 1) / 26
    }
    return letters
  }
}
