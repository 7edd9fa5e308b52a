import FormEngine

/// What is said of rules and verdicts that are incomplete or at odds with themselves.
struct StandardFaultSentences: Sendable {
  let missingBasis: String
  let unsureBasis: String
  let missingText: String
  let notInRule: @Sendable (_ name: String) -> String
  let unreadParameter: @Sendable (_ name: String) -> String
  let unusedDepartment: @Sendable (_ name: String) -> String
  let unusedSource: @Sendable (_ name: String) -> String
  let unknownFact: @Sendable (_ fact: String) -> String
  let factOfOtherSource: @Sendable (_ fact: String, _ source: String) -> String

  func sentence(_ fault: StandardFault) -> String {
    switch fault {
    case .missingBasis: missingBasis
    case .unsureBasis: unsureBasis
    case .missingText: missingText
    case .notInRule(let name): notInRule(name)
    case .unreadParameter(let name): unreadParameter(name)
    case .unusedDepartment(let name): unusedDepartment(name)
    case .unusedSource(let name): unusedSource(name)
    case .unknownFact(let fact): unknownFact(fact)
    case .factOfOtherSource(let fact, let source): factOfOtherSource(fact, source)
    }
  }

  static let chinese = StandardFaultSentences(
    missingBasis: "没有写依据,请写出处的代码。",
    unsureBasis: "红色规则要有见过原文的出处;现在写的都是凭记忆或建议。请补出处,或改成黄色。",
    missingText: "没有写文字。",
    notInRule: { "这句话填了“${\($0)}”,规则没有用到它。请去掉,或写进规则。" },
    unreadParameter: { "参数“\($0)”没有用到。请去掉,或写进规则。" },
    unusedDepartment: { "部门“\($0)”没有规则用到。" },
    unusedSource: { "出处“\($0)”没有哪一行用到。" },
    unknownFact: { "facts.json 里没有“\($0)”这一条。" },
    factOfOtherSource: { "“\($0)”这一条出自“\($1)”,请写成 \($1):\($0)。" })

  static let english = StandardFaultSentences(
    missingBasis: "The basis is missing. Write the code of the source.",
    unsureBasis:
      "A red rule needs a source that was seen; these are memory or proposals. Add one, or make it yellow.",
    missingText: "The text is missing.",
    notInRule: {
      "The sentence fills in \"${\($0)}\", which the rule does not use. Take it out, or use it in the rule."
    },
    unreadParameter: {
      "The parameter \"\($0)\" is not used. Take it out, or use it in a rule."
    },
    unusedDepartment: { "No rule names the department \"\($0)\"." },
    unusedSource: { "No row cites the source \"\($0)\"." },
    unknownFact: { "facts.json has no \"\($0)\"." },
    factOfOtherSource: { "\"\($0)\" is a fact of \"\($1)\": write \($1):\($0)." })
}
