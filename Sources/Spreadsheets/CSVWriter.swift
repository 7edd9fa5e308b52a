/// Makes a CSV file that spreadsheets open without harm: quoted where needed, lines ended by CR LF,
/// and no cell that a spreadsheet would run as a formula.
public struct CSVWriter: Sendable {
  /// What stands between two cells.
  public let delimiter: Character
  /// The bytes written so far.
  public private(set) var bytes: [UInt8]

  /// Begins a file; with the mark, Excel takes it for UTF-8.
  public init(delimiter: Character = ",", mark: Bool = false) {
    self.delimiter = delimiter
    bytes = mark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// Adds one row.
  public mutating func row(_ cells: some Sequence<String>) {
    var first = true
    for cell in cells {
      if !first { bytes.append(contentsOf: String(delimiter).utf8) }
      first = false
      append(Self.guarded(cell))
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func append(_ cell: String) {
    let special: Set<Unicode.Scalar> = ["\"", "\r", "\n"]
    let quoted =
      cell.contains(delimiter) || cell.unicodeScalars.contains(where: special.contains)
      || cell.first?.isWhitespace == true || cell.last?.isWhitespace == true
    guard quoted else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// The cell with an apostrophe before it when it begins as a formula does; numbers stay numbers.
  static func guarded(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first else { return cell }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠":
      return isPlainNumber(cell) ? cell : "'" + cell
    default: return cell
    }
  }

  private static func isPlainNumber(_ cell: String) -> Bool {
    var digits = 0
    var points = 0
    for (index, byte) in cell.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      case 0x2D where index == 0: break
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
