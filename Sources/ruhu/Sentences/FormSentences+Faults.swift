import FormEngine
import JSONText
import Screens

extension FormSentences {
  /// One line for each fault of a form, and how many there are.
  func lines(_ faults: FormFaults, file: String) -> [String] {
    faults.faults.map { fault in
      "\(fault.file ?? file) \(place(fault.sheet, fault.row, fault.column)): "
        + sentence(fault.kind)
    } + [isRefused(faults.faults.count)]
  }

  /// One line for each thing that checking found, and the sum of it.
  func lines(_ problems: [FormProblem], file: String) -> [String] {
    problems.map { problem in
      let fault = problem.fault
      let mark = problem.severity == .warning ? " (\(warning))" : ""
      return "\(fault.file ?? file) \(place(fault.sheet, fault.row, fault.column))\(mark): "
        + sentence(fault.kind)
    }
  }

  /// Why a script cannot be run.
  func sentence(
    _ fault: FormRunFault, steps: String, languages: [String], language: Language
  ) -> String {
    switch fault {
    case .notJSON(let fault): FileSentences.of(language).notJSONAtByte(steps, fault.offset)
    case .unknownOperation(let operation, let step): unknownOperation(operation, step)
    case .unknownLanguage(let name): unknownLanguage(name, languages.joined(separator: ", "))
    }
  }

  /// The line for a file that is no workbook.
  func line(_ fault: WorkbookFault, file: String) -> String {
    switch fault {
    case .notAnObject: "\(file): \(notAWorkbook)"
    case .notAText(let sheet, let row, let column):
      "\(file) \(place(sheet, row, column)): \(cellNotAText)"
    case .duplicateColumn(let sheet, let row, let column):
      "\(file) \(place(sheet, row, column)): \(columnTwice)"
    }
  }

  private func sentence(_ kind: FormFault.Kind) -> String {
    switch kind {
    case .missingSheet: missingSheet
    case .missingColumn: missingColumn
    case .unknownType(let type): unknownType(type)
    case .unsupportedType(let type): unsupportedType(type)
    case .unsupportedColumn: unsupportedColumn
    case .unsupportedParameter(let name): unsupportedParameter(name)
    case .missingType: missingType
    case .missingName: missingName
    case .badName(let name): badName(name)
    case .reservedName(let name): reservedName(name)
    case .duplicateName(let name): duplicateName(name)
    case .unknownName(let name): unknownWord(name)
    case .namesDifferByCase(let name): namesDifferByCase(name)
    case .unmatchedEnd(let type): unmatchedEnd(type)
    case .unclosed(let type): unclosed(type)
    case .nestedTooDeep: nestedTooDeep
    case .emptyGroup: emptyGroup
    case .unknownList(let list): unknownList(list)
    case .unusedList(let list): unusedList(list)
    case .missingChoiceName: missingChoiceName
    case .choiceNameHasSpace(let name): choiceNameHasSpace(name)
    case .duplicateChoice(let name): duplicateChoice(name)
    case .badSpecial(let text): badSpecial(text)
    case .missingCalculation: missingCalculation
    case .missingLabel: missingLabel
    case .missingTranslation(let language): missingTranslation(language)
    case .unknownDefaultLanguage(let language): unknownDefaultLanguage(language)
    case .badDefault(let value): badDefault(value)
    case .manyValues(let name): manyValues(name)
    case .expression(let fault): sentence(fault)
    case .cycle(let names): cycle(names.joined(separator: ", "))
    case .overlay(let fault): overlay.sentence(fault)
    case .standard(let fault): standard.sentence(fault)
    }
  }

  private func sentence(_ fault: ExpressionFault) -> String {
    switch fault {
    case .unexpectedCharacter(let character, let place):
      unexpectedCharacter(String(character), place)
    case .unterminatedText(let place): unterminatedText(place)
    case .unexpected(let word, let place): unexpected(word, place)
    case .unexpectedEnd: unexpectedEnd
    case .tooDeep: tooDeep
    case .unknownName(let name): unknownName(name)
    case .ambiguousName(let name): ambiguousName(name)
    case .unknownPath(let path): unknownPath(path)
    case .unknownFunction(let name): unknownFunction(name)
    case .unsupportedFunction(let name): unsupportedFunction(name)
    case .argumentCount(let function, let given): argumentCount(function, given)
    case .badArgument(let function): badArgument(function)
    case .badPattern(let pattern): badPattern(pattern)
    case .badDateFormat(let format): badDateFormat(format)
    case .severalRows(let name): severalRows(name)
    case .unsupported(let what): unsupported(what)
    }
  }
}
