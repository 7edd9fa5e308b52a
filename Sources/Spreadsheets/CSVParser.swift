/// Splits the UTF-8 text of a table into rows and cells.
struct CSVParser {
  private let text: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private var line = 1
  private var row = 1

  init(_ text: [UInt8], delimiter: UInt8) {
    self.text = text
    self.delimiter = delimiter
  }

  mutating func rows() throws(CSVFault) -> [CSVRow] {
    var rows: [CSVRow] = []
    while position < text.count {
      let start = line
      var cells: [String] = []
      repeat {
        cells.append(try cell(column: cells.count + 1))
      } while take(delimiter)
      rows.append(CSVRow(number: row, line: start, cells: cells))
      takeLineEnd()
      row += 1
    }
    return rows
  }

  private mutating func cell(column: Int) throws(CSVFault) -> String {
    if position < text.count, text[position] == 0x22 { return try quotedCell(column: column) }
    let start = position
    while position < text.count, !endsCell(text[position]) {
      if text[position] == 0x22 {
        throw CSVFault(.quoteInBareCell, line: line, row: row, column: column)
      }
      position += 1
    }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  private mutating func quotedCell(column: Int) throws(CSVFault) -> String {
    let startLine = line
    position += 1
    var content: [UInt8] = []
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte != 0x22 {
        if byte == 0x0A || (byte == 0x0D && !(position < text.count && text[position] == 0x0A)) {
          line += 1
        }
        content.append(byte)
      } else if position < text.count, text[position] == 0x22 {
        content.append(byte)
        position += 1
      } else {
        guard position == text.count || endsCell(text[position]) else {
          throw CSVFault(.textAfterQuote, line: line, row: row, column: column)
        }
        return String(decoding: content, as: UTF8.self)
      }
    }
    throw CSVFault(.openQuote, line: startLine, row: row, column: column)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    let carriageReturn = take(0x0D)
    let lineFeed = take(0x0A)
    if carriageReturn || lineFeed { line += 1 }
  }
}
