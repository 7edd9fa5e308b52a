extension FormInstance {
  /// Carries out a function.
  func call(
    _ function: Function, _ arguments: [Expression], _ context: EvaluationContext
  ) -> Value {
    func text(_ index: Int) -> String { self.text(arguments[index], context) }
    func number(_ index: Int) -> Double { self.number(arguments[index], context) }
    func truth(_ index: Int) -> Bool { self.truth(arguments[index], context) }
    switch function {
    case .string: return .string(text(0))
    case .number: return .number(number(0))
    case .boolean: return .boolean(truth(0))
    case .not: return .boolean(!truth(0))
    case .yes: return .boolean(true)
    case .no: return .boolean(false)
    case .choose: return value(arguments[truth(0) ? 1 : 2], context)
    case .coalesce:
      let first = value(arguments[0], context)
      return first.stored.isEmpty ? value(arguments[1], context) : first
    case .booleanFromString:
      let text = text(0)
      return .boolean(text == "1" || text == "true")
    case .selected, .isSelected: return .boolean(AnswerTokens.contains(text(0), text(1)))
    case .countSelected: return .number(Double(AnswerTokens.count(text(0))))
    case .selectedAt:
      let names = AnswerTokens.split(text(0))
      let index = number(1)
      guard index >= 0, index < Double(names.count) else { return .string("") }
      return .string(names[Int(index)])
    case .regex:
      guard let pattern = Pattern(text(1)) else { return .boolean(false) }
      return .boolean(pattern.matches(text(0)))
    case .checklist: return .boolean(checklist(arguments, context))
    case .weightedChecklist: return .boolean(weightedChecklist(arguments, context))
    case .count: return .number(Double(nodeValues(arguments[0], context).count))
    case .countNonEmpty:
      let filled = nodeValues(arguments[0], context).filter { !$0.text.isEmpty }
      return .number(Double(filled.count))
    case .sum: return .number(sum(arguments[0], context))
    case .max: return .number(extreme(arguments, context, >))
    case .min: return .number(extreme(arguments, context, <))
    case .position, .choiceName, .indexedRepeat, .once:
      // Compiled into cases of their own.
      return .string("")
    case .random: return .number(random())
    case .version: return .string(form.version)
    case .uuid: return .string(uuid())
    case .today: return .string(today)
    case .now: return .string(now)
    case .date, .dateTime, .formatDate, .formatDateTime, .decimalDateTime, .decimalTime:
      return dateCall(function, arguments, context)
    case .concat, .join, .substr, .substringBefore, .substringAfter, .translate, .stringLength,
      .normalizeSpace, .contains, .startsWith, .endsWith, .base64Decode:
      return textCall(function, arguments, context)
    case .pi: return .number(.pi)
    case .round:
      let places = arguments.count > 1 ? number(1) : 0
      guard places.isFinite, places.magnitude < 400 else { return .number(.nan) }
      return .number(NumberText.round(number(0), places: Int(places)))
    case .int: return .number(number(0).rounded(.towardZero))
    case .abs: return .number(number(0).magnitude)
    case .pow: return .number(Mathematics.power(number(0), number(1)))
    case .atan2: return .number(Mathematics.arcTangent(number(0), number(1)))
    case .sqrt, .log, .log10, .exp, .exp10, .sin, .cos, .tan, .asin, .acos, .atan:
      return .number(Mathematics.call(function, number(0)))
    }
  }

  /// Empty nodes are passed over, so that one missing answer does not take away a household's sum.
  private func sum(_ expression: Expression, _ context: EvaluationContext) -> Double {
    if case .reference(let reference) = expression {
      var sum = 0.0
      forEachCell(reference, context) { cell, _ in
        if !cell.value.isEmpty { sum += cell.number }
      }
      return sum
    }
    return nodeValues(expression, context).reduce(0) { sum, value in
      value.text.isEmpty ? sum : sum + value.number
    }
  }

  private func extreme(
    _ arguments: [Expression], _ context: EvaluationContext, _ isBetter: (Double, Double) -> Bool
  ) -> Double {
    var best: Double?
    for argument in arguments {
      for value in nodeValues(argument, context) {
        if value.text.isEmpty { continue }
        let number = value.number
        if number.isNaN { return .nan }
        if best.map({ isBetter(number, $0) }) ?? true { best = number }
      }
    }
    return best ?? .nan
  }

  private func isTicked(_ value: Value) -> Bool {
    if case .number(let number) = value { return number > 0 }
    return value.truth
  }

  private func isBetween(_ count: Double, _ least: Double, _ most: Double) -> Bool {
    (least < 0 || count >= least) && (most < 0 || count <= most)
  }

  private func checklist(_ arguments: [Expression], _ context: EvaluationContext) -> Bool {
    var count = 0.0
    for argument in arguments[2...] {
      for value in nodeValues(argument, context) where isTicked(value) { count += 1 }
    }
    return isBetween(count, number(arguments[0], context), number(arguments[1], context))
  }

  private func weightedChecklist(
    _ arguments: [Expression], _ context: EvaluationContext
  ) -> Bool {
    var total = 0.0
    for index in stride(from: 2, to: arguments.count - 1, by: 2)
    where isTicked(value(arguments[index], context)) {
      total += number(arguments[index + 1], context)
    }
    return isBetween(total, number(arguments[0], context), number(arguments[1], context))
  }

  /// A random identifier of version 4.
  func uuid() -> String {
    var digits: [Character] = []
    let hex = Array("0123456789abcdef")
    for index in 0..<32 {
      var digit = Int(max(0, min(random() * 16, 15)))
      if index == 12 { digit = 4 }
      if index == 16 { digit = digit & 3 | 8 }
      if [8, 12, 16, 20].contains(index) { digits.append("-") }
      digits.append(hex[digit])
    }
    return String(digits)
  }

  // MARK: Dates

  private func moment(
    _ expression: Expression, _ context: EvaluationContext
  ) -> Moment? {
    switch value(expression, context) {
    case .string(let text):
      if let moment = Moment(text) { return moment }
      return days(NumberText.parse(text))
    case .number(let number): return days(number)
    case .boolean: return nil
    }
  }

  /// The moment so many days after 1970-01-01.
  private func days(_ number: Double) -> Moment? {
    guard number.isFinite, number.magnitude < 10_000_000 else { return nil }
    let whole = number.rounded(.down)
    let date = CalendarDate(days: Int(whole))
    if whole == number { return Moment(date: date) }
    let time = Int(((number - whole) * 86_400_000).rounded())
    return Moment(date: date, milliseconds: min(time, 86_399_999), offset: 0)
  }

  func formatted(
    _ expression: Expression, _ format: DateFormat, _ context: EvaluationContext
  ) -> String {
    guard let moment = moment(expression, context) else { return "" }
    return format.text(moment, language: form.languages[context.language])
  }

  private func dateCall(
    _ function: Function, _ arguments: [Expression], _ context: EvaluationContext
  ) -> Value {
    switch function {
    case .formatDate, .formatDateTime:
      guard let format = try? DateFormat(text(arguments[1], context)) else { return .string("") }
      return .string(formatted(arguments[0], format, context))
    case .decimalTime:
      let text = text(arguments[0], context)
      let time = Moment.time(text) ?? Moment(text)?.milliseconds
      return .number(time.map { Double($0) / 86_400_000 } ?? .nan)
    case .decimalDateTime:
      return .number(moment(arguments[0], context)?.days ?? .nan)
    case .dateTime:
      guard let moment = moment(arguments[0], context) else { return .string("") }
      return .string(moment.text)
    default:
      return .string(moment(arguments[0], context)?.date.text ?? "")
    }
  }

  // MARK: Texts

  private func textCall(
    _ function: Function, _ arguments: [Expression], _ context: EvaluationContext
  ) -> Value {
    func text(_ index: Int) -> String { self.text(arguments[index], context) }
    switch function {
    case .concat: return .string(arguments.map { texts(nodes: $0, context).joined() }.joined())
    case .join:
      let parts = arguments[1...].flatMap { texts(nodes: $0, context) }
      return .string(parts.joined(separator: text(0)))
    case .substr:
      let end = arguments.count > 2 ? number(arguments[2], context) : nil
      return .string(TextFunctions.part(text(0), from: number(arguments[1], context), to: end))
    case .substringBefore: return .string(TextFunctions.before(text(0), text(1)) ?? "")
    case .substringAfter: return .string(TextFunctions.after(text(0), text(1)) ?? "")
    case .translate: return .string(TextFunctions.translate(text(0), text(1), text(2)))
    case .stringLength: return .number(Double(text(0).unicodeScalars.count))
    case .normalizeSpace:
      return .string(AnswerTokens.split(arguments.isEmpty ? "" : text(0)).joined(separator: " "))
    case .contains:
      return .boolean(text(1).isEmpty || TextFunctions.before(text(0), text(1)) != nil)
    case .startsWith: return .boolean(text(0).utf8.starts(with: text(1).utf8))
    case .endsWith: return .boolean(text(0).utf8.reversed().starts(with: text(1).utf8.reversed()))
    default: return .string(TextFunctions.base64Decoded(text(0)) ?? "")
    }
  }

  private func texts(nodes expression: Expression, _ context: EvaluationContext) -> [String] {
    nodeValues(expression, context).map(\.text)
  }

  // MARK: Choices

  /// The label of an answer among the choices of a question; empty for an unknown answer.
  func choiceName(_ name: String, _ reference: Reference, _ context: EvaluationContext) -> String {
    if name.isEmpty { return "" }
    guard let list = form.plans[reference.node].list else { return name }
    var found: ChoiceList.Entry?
    for entry in form.lists[list].entries where entry.name == name {
      found = entry
      break
    }
    guard let found else { return "" }
    guard let parts = found.label.parts[context.language] else { return "-" }
    return parts.reduce(into: "") { label, part in
      switch part {
      case .literal(let literal): label += literal
      case .expression(let expression): label += text(expression, context)
      }
    }
  }
}
