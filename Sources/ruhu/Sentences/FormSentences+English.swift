import Screens

extension FormSentences {
  static let english = FormSentences(
    place: { sheet, row, column in
      "sheet \(sheet)" + (row.map { ", row \($0)" } ?? "")
        + (column.map { ", column \"\($0)\"" } ?? "")
    },
    isGood: { "\($0): no faults. \($1) questions; languages: \($2)." },
    warning: "warning",
    unknownOperation: { "Step \($1): there is no operation \"\($0)\"." },
    unknownLanguage: { "The form has no language \"\($0)\". It has: \($1)." },
    badToday: { "--today \"\($0)\" is no date. Write it as 2024-05-15." },
    badNow: { "--now \"\($0)\" is no moment. Write it as 2024-05-15T10:11:12.000Z." },
    badZone: { "--tz \"\($0)\" is no time zone. Write UTC, +08:00 or Asia/Shanghai." },
    badRandom: { "--random \"\($0)\" should be from 0 to below 1." },
    isRefused: { "\($0) fault\($0 == 1 ? "" : "s"): this form cannot be used." },
    notAWorkbook:
      "Not a form: a JSON object is needed with an array of row objects for each sheet.",
    cellNotAText: "A cell should be a text.",
    columnTwice: "The column stands twice in this row.",
    missingSheet: "There is no such sheet.",
    missingColumn: "There is no such column.",
    unknownType: { "Unknown type \"\($0)\"." },
    unsupportedType: { "XLSForm has the type \"\($0)\", but it cannot be used yet." },
    unsupportedColumn: "XLSForm has this column, but it cannot be used yet.",
    unsupportedParameter: { "The parameter \"\($0)\" cannot be used yet." },
    missingType: "The type is missing.",
    missingName: "The name is missing.",
    badName: {
      "\"\($0)\" cannot be a name: begin with a letter or underscore, use letters, digits, dots, hyphens and underscores."
    },
    reservedName: { "The name \"\($0)\" is reserved. Choose another." },
    duplicateName: { "The name \"\($0)\" is used twice in one group." },
    unknownWord: { "\"\($0)\" is not known here." },
    namesDifferByCase: { "The name \"\($0)\" differs from another in its group only by capitals." },
    unmatchedEnd: { "\"\($0)\" ends what was never begun." },
    unclosed: { "\"\($0)\" is never ended." },
    nestedTooDeep: "Groups stand too deep inside one another.",
    emptyGroup: "There is nothing in this group.",
    unknownList: { "There is no choice list \"\($0)\"." },
    unusedList: { "The choice list \"\($0)\" is not used." },
    missingChoiceName: "The choice has no name.",
    choiceNameHasSpace: {
      "The choice name \"\($0)\" has a space; names in a list for select_multiple must not."
    },
    duplicateChoice: { "The choice \"\($0)\" stands twice in its list." },
    badSpecial: {
      "\"\($0)\" is wrong in the column special: dk, ref or na for a choice, dk=-8 ref=-9 for a question."
    },
    missingCalculation: "The calculation is missing.",
    missingLabel: "The label is missing.",
    missingTranslation: { "The translation into \"\($0)\" is missing." },
    unknownDefaultLanguage: { "No column is in the default language \"\($0)\"." },
    badDefault: { "The default \"\($0)\" is no answer of this type." },
    manyValues: {
      "\"${\($0)}\" stands for several rows here, where only one value can be used."
    },
    cycle: { "These need each other, so none can be computed: \($0)." },
    overlay: .english,
    standard: .english,
    unexpectedCharacter: { "\"\($0)\" cannot stand at character \($1 + 1)." },
    unterminatedText: { "The quote at character \($0 + 1) never ends." },
    unexpected: { "\"\($0)\" cannot stand at character \($1 + 1)." },
    unexpectedEnd: "The expression is not complete.",
    tooDeep: "The expression is nested too deeply.",
    unknownName: { "Nothing is named \"\($0)\"." },
    ambiguousName: { "More than one thing is named \"\($0)\"." },
    unknownPath: { "The path \"\($0)\" leads nowhere." },
    unknownFunction: { "There is no function \($0)()." },
    unsupportedFunction: { "XLSForm has the function \($0)(), but it cannot be used yet." },
    argumentCount: { "\($0)() does not take \($1) argument\($1 == 1 ? "" : "s")." },
    badArgument: { "An argument of \($0)() is wrong: a node or a plain text is needed." },
    badPattern: { "The regular expression \"\($0)\" is wrong." },
    badDateFormat: { "The date format \"\($0)\" is wrong." },
    severalRows: { "${\($0)} has several rows; use every or some to go through them." },
    unsupported: { "\"\($0)\" cannot be used yet." })
}
