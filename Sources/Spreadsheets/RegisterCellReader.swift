/// Reads single cells by what their column may hold.
struct RegisterCellReader {
  struct Fault: Error {
    let kind: RegisterFault.Kind
    init(_ kind: RegisterFault.Kind) { self.kind = kind }
  }

  let village: String?
  let today: CalendarDate
  let choices: [RegisterField: RegisterChoiceReader]

  /// The form in which a cell that is not blank is kept.
  func value(of cell: String, for field: RegisterField) throws(Fault) -> String {
    switch field.content {
    case .text(let limit):
      let text = cell.trimmedCell
      guard text.count <= limit else { throw Fault(.tooLong(limit: limit)) }
      return text
    case .wholeNumber(let bounds): return try wholeNumber(cell, bounds)
    case .villageCode: return try villageCode(cell)
    case .phone: return try phone(cell)
    case .citizenNumber:
      do {
        return try CitizenNumber(reading: cell).text
      } catch {
        throw Fault(.citizenNumber(error))
      }
    case .pastDate: return try pastDate(cell)
    case .choice(let list):
      // A list that the form lacks is told once, at its title.
      guard let reader = choices[field] else { return "" }
      guard let code = reader.one(cell) else { throw Fault(.notAChoice(list: list)) }
      return code
    case .choices(let list):
      guard let reader = choices[field] else { return "" }
      guard let codes = reader.several(cell) else { throw Fault(.notAChoice(list: list)) }
      return codes.joined(separator: " ")
    }
  }

  /// Says where the birth date or the sex of a row is not the one within its citizen number.
  func compare(
    _ values: [RegisterField: String], differing: (RegisterField, RegisterFault.Kind) -> Void
  ) {
    guard let text = values[.citizenNumber], let number = try? CitizenNumber(reading: text) else {
      return
    }
    if number.birthDate > today { differing(.citizenNumber, .dateOutOfRange) }
    if let date = values[.birthDate], date != number.birthDate.description {
      differing(.birthDate, .birthDateDiffers)
    }
    if let sex = values[.sex], ["1", "2"].contains(sex), sex != number.sex {
      differing(.sex, .sexDiffers)
    }
  }

  private func wholeNumber(_ cell: String, _ bounds: ClosedRange<Int>) throws(Fault) -> String {
    var text = cell.foldedCell.filter { $0 != "," }
    // Spreadsheets print whole numbers with zeros behind a point.
    if let point = text.firstIndex(of: "."), text[point...].dropFirst().allSatisfy({ $0 == "0" }) {
      text = String(text[..<point])
    }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Fault(.notAWholeNumber)
    }
    guard let number = Int(text), bounds.contains(number) else { throw Fault(.outOfRange(bounds)) }
    return String(number)
  }

  private func villageCode(_ cell: String) throws(Fault) -> String {
    let text = cell.foldedCell
    guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Fault(.notAVillageCode)
    }
    if let village, village != text { throw Fault(.otherVillage) }
    return text
  }

  private func phone(_ cell: String) throws(Fault) -> String {
    let text = cell.foldedCell.filter { !$0.isWhitespace }
    let fits = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    guard fits, (7...13).contains(text.utf8.count) else { throw Fault(.notAPhoneNumber) }
    return text
  }

  private func pastDate(_ cell: String) throws(Fault) -> String {
    let date: CalendarDate
    do {
      date = try CalendarDate(reading: cell)
    } catch {
      throw Fault(.date(error))
    }
    guard date.year >= 1900, date <= today else { throw Fault(.dateOutOfRange) }
    return date.description
  }
}
