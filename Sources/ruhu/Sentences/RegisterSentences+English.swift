import Screens

extension RegisterSentences {
  static let english = RegisterSentences(
    language: .english,
    row: { "row \($0)" },
    rows: { "rows \($0)" },
    column: { $1.isEmpty ? "column \($0)" : "column \($0) \"\($1)\"" },
    andMore: { "… and \($0) more." },
    nothingImported: {
      "\($0) fault\($0 == 1 ? "" : "s"); nothing was imported. Correct them and import the whole file again."
    },
    workbook:
      "This is an Excel workbook, not CSV. Save it as CSV (UTF-8) in the spreadsheet program.",
    utf16: "This is text in UTF-16. Save it as CSV (UTF-8).",
    zeroByte: { "Byte \($0) is zero: this is no text file. Export the CSV again." },
    badUTF8: {
      "Line \($1) (byte \($0)) is not valid UTF-8. The file may be damaged: export it again."
    },
    badText: {
      "Line \($1) (byte \($0)) is neither UTF-8 nor GB18030. Save the file as CSV (UTF-8)."
    },
    openQuote: {
      "The quote that begins on line \($0) of the file never ends. Add the closing quote."
    },
    textAfterQuote:
      "There is text after the closing quote. Double a quote that belongs to the cell.",
    quoteInBareCell:
      "A quote stands in a cell that is not quoted. Quote the cell and double the quote.",
    noTitles:
      "No row of titles among the first ten. At least \"Household serial\", \"Name\" and \"Relation to head\" are needed.",
    unknownColumn:
      "Unknown title. Say in a --mapping file which of our fields it is, or null to leave it out.",
    columnTwice: {
      "The same field as column \($0). Take one out, or map one to null in a --mapping file."
    },
    missingColumn: { _, english in
      "The column \"\(english)\" is missing. If it has another title, say so in a --mapping file."
    },
    noRows: "There are titles and no rows.",
    cellWithoutTitle: "No title stands above this cell. Add one or empty the cell.",
    missing: "Must not be blank.",
    tooLong: { "Too long: at most \($0) characters." },
    notAWholeNumber: "Not a whole number.",
    outOfRange: { "Should be from \($0) to \($1)." },
    notAVillageCode: "Not a division code of 12 digits.",
    otherVillage: "The code of another village. Check --village, or take that village's rows out.",
    notAPhoneNumber: "Not a telephone number (7 to 13 digits and hyphens).",
    notADate: "Not a date. Write it as 1950-03-07.",
    spreadsheetSerial:
      "A spreadsheet's day count, not a date. Give the column a date format (1950-03-07) and export again.",
    noSuchDay: "There is no such day.",
    dateOutOfRange: "The date is in the future or before 1900.",
    idOtherCharacters: "A citizen number holds digits only, and may end with X.",
    idLength: { "A citizen number has 18 characters; this one has \($0)." },
    idOld: "A number of the first generation (15 digits). Enter the 18 digits, or leave it blank.",
    idRounded:
      "The spreadsheet took the number for a quantity and lost its last digits. Format the column as text and enter it again.",
    idBirthDate: "The birth date within the citizen number does not exist.",
    idCheck:
      "The check digit of the citizen number is wrong: a digit was mistyped. Compare the card, or leave it blank.",
    idTwiceInHousehold: { "The citizen number of row \($0) in the same household." },
    idTwice: { "The citizen number of row \($0), in another household." },
    birthDateDiffers:
      "Not the birth date within the citizen number. Compare them; if the number is right, leave this blank.",
    sexDiffers:
      "Not the sex within the citizen number. Compare them; if the number is right, leave this blank.",
    notAChoice: { list, labels in "Not one of the choices. Possible are: \(labels) (list \(list))."
    },
    noSuchList: {
      "The form has no choice list \($0), so the column cannot be read. Map it to null in a --mapping file."
    },
    householdDiffers: { "Differs from row \($0) of the same household." },
    serialOfOtherHead: {
      "Another head than in row \($0) with this household serial: do two households bear one serial?"
    },
    numberOfOtherHousehold: { "This household number belongs to another household, in row \($0)." },
    secondHead: {
      "Row \($0) of this household is the head already. There is one head to a household."
    },
    noHead: "This household has no head: nobody's relation is head, and no head's name is given.",
    noHousehold: "The first row has no household serial, so its household is unknown.",
    personNumberTwice: { "The person number of row \($0) in the same household." },
    personTwice: {
      "The same name as row \($0) of this household and nothing to tell them apart. Delete one, or add a birth date or person number."
    },
    mappingNotAnObject:
      "A mapping file should be a JSON object with the members \"columns\" and \"values\".",
    mappingMember: { "\"\($0)\" in the mapping file should be a JSON object." },
    mappingUnknownMember: {
      "\"\($0)\" in the mapping file is unknown. Only \"columns\" and \"values\" can be there."
    },
    mappingUnknownField: {
      "\"\($0)\" in the mapping file is none of our fields. Use a standard title such as \"Household serial\"."
    },
    mappingNotAText: { "\"\($0)\" in the mapping file should stand for a choice's code, a text." })
}
