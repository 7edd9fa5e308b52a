/// What is wrong with a register, and in which cell; never with what stands in it, which is about
/// a person.
public struct RegisterFault: Error, Equatable, Sendable {
  /// A column by its place from 1 and its title.
  public struct Column: Equatable, Sendable {
    /// The place from 1.
    public let position: Int
    /// The title as it stands in the file.
    public let title: String

    /// Names a column.
    public init(position: Int, title: String) {
      self.position = position
      self.title = title
    }
  }

  /// What was wrong.
  public enum Kind: Equatable, Sendable {
    /// Not a table at all.
    case csv(CSVFault)
    /// No row with titles among the first ten.
    case noTitles
    /// A title that no field has.
    case unknownColumn
    /// Two columns for one field; the other one's place.
    case columnTwice(other: Int)
    /// A column without which nothing can be imported.
    case missingColumn(RegisterField)
    /// Titles and no rows.
    case noRows
    /// A cell right of the last title.
    case cellWithoutTitle
    /// A blank cell that must not be.
    case missing
    /// A text with more characters than this.
    case tooLong(limit: Int)
    /// Not a whole number.
    case notAWholeNumber
    /// A number outside these bounds.
    case outOfRange(ClosedRange<Int>)
    /// Not 12 digits.
    case notAVillageCode
    /// Another village than the one imported.
    case otherVillage
    /// Not 7 to 13 digits and hyphens.
    case notAPhoneNumber
    /// Not a date.
    case date(CalendarDateFault)
    /// A day after the import's, or before 1900.
    case dateOutOfRange
    /// Not a citizen number.
    case citizenNumber(CitizenNumberFault)
    /// The citizen number of another row.
    case citizenNumberTwice(row: Int, sameHousehold: Bool)
    /// Another birth date than the one in the citizen number.
    case birthDateDiffers
    /// Another sex than the one in the citizen number.
    case sexDiffers
    /// Neither a code nor a label of this list.
    case notAChoice(list: String)
    /// The form has no such list, so the column cannot be read.
    case noSuchList(String)
    /// Another content than the household's earlier row has in this column.
    case householdDiffers(row: Int)
    /// A household serial that an earlier row gives to another head.
    case serialOfOtherHead(row: Int)
    /// A household number that an earlier row gives to another serial.
    case numberOfOtherHousehold(row: Int)
    /// A second head.
    case secondHead(row: Int)
    /// No member is the head and no head is named.
    case noHead
    /// The first row of all has no household serial.
    case noHousehold
    /// A person number of an earlier row in the household.
    case personNumberTwice(row: Int)
    /// The name of an earlier row in the household, and nothing that tells the two apart.
    case personTwice(row: Int)
  }

  /// The row from 1, as a spreadsheet counts; nil for a fault of the whole file.
  public let row: Int?
  /// The column; nil for a fault of the whole row or file.
  public let column: Column?
  /// What was wrong.
  public let kind: Kind

  /// Names a fault and its place.
  public init(row: Int?, column: Column?, _ kind: Kind) {
    self.row = row
    self.column = column
    self.kind = kind
  }
}
