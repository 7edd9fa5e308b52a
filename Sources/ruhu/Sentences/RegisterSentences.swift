import Screens
import Spreadsheets

/// What is said about a register that cannot be imported: each says what is wrong and what to do.
struct RegisterSentences: Sendable {
  let language: Language
  let row: @Sendable (_ number: Int) -> String
  let rows: @Sendable (_ numbers: String) -> String
  let column: @Sendable (_ letters: String, _ title: String) -> String
  let andMore: @Sendable (_ faults: Int) -> String
  let nothingImported: @Sendable (_ faults: Int) -> String

  let workbook: String
  let utf16: String
  let zeroByte: @Sendable (_ offset: Int) -> String
  let badUTF8: @Sendable (_ offset: Int, _ line: Int) -> String
  let badText: @Sendable (_ offset: Int, _ line: Int) -> String
  let openQuote: @Sendable (_ line: Int) -> String
  let textAfterQuote: String
  let quoteInBareCell: String

  let noTitles: String
  let unknownColumn: String
  let columnTwice: @Sendable (_ other: String) -> String
  let missingColumn: @Sendable (_ chinese: String, _ english: String) -> String
  let noRows: String
  let cellWithoutTitle: String
  let missing: String
  let tooLong: @Sendable (_ limit: Int) -> String
  let notAWholeNumber: String
  let outOfRange: @Sendable (_ least: Int, _ most: Int) -> String
  let notAVillageCode: String
  let otherVillage: String
  let notAPhoneNumber: String
  let notADate: String
  let spreadsheetSerial: String
  let noSuchDay: String
  let dateOutOfRange: String
  let idOtherCharacters: String
  let idLength: @Sendable (_ count: Int) -> String
  let idOld: String
  let idRounded: String
  let idBirthDate: String
  let idCheck: String
  let idTwiceInHousehold: @Sendable (_ row: Int) -> String
  let idTwice: @Sendable (_ row: Int) -> String
  let birthDateDiffers: String
  let sexDiffers: String
  let notAChoice: @Sendable (_ list: String, _ labels: String) -> String
  let noSuchList: @Sendable (_ list: String) -> String
  let householdDiffers: @Sendable (_ row: Int) -> String
  let serialOfOtherHead: @Sendable (_ row: Int) -> String
  let numberOfOtherHousehold: @Sendable (_ row: Int) -> String
  let secondHead: @Sendable (_ row: Int) -> String
  let noHead: String
  let noHousehold: String
  let personNumberTwice: @Sendable (_ row: Int) -> String
  let personTwice: @Sendable (_ row: Int) -> String

  let mappingNotAnObject: String
  let mappingMember: @Sendable (_ member: String) -> String
  let mappingUnknownMember: @Sendable (_ member: String) -> String
  let mappingUnknownField: @Sendable (_ name: String) -> String
  let mappingNotAText: @Sendable (_ member: String) -> String

  static func of(_ language: Language) -> RegisterSentences {
    language == .chinese ? chinese : english
  }
}
