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
  let unknownAnswer: @Sendable (_ answer: String, _ question: String) -> String
  let neverFires: String
  let neverMet: String
  let metWithRed: @Sendable (_ rule: String, _ answers: String) -> String
  let redWithMet: @Sendable (_ domain: String, _ answers: String) -> String

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
    case .unknownAnswer(let answer, let question): unknownAnswer(answer, question)
    case .neverFires: neverFires
    case .neverMet: neverMet
    case .metWithRed(let rule, let answers): metWithRed(rule, answers)
    case .redWithMet(let domain, let answers): redWithMet(domain, answers)
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
    factOfOtherSource: { "“\($0)”这一条出自“\($1)”,请写成 \($1):\($0)。" },
    unknownAnswer: { "“\($1)”没有“\($0)”这个答案,请看选项表。" },
    neverFires: "这条规则永远不会成立:没有哪种回答合乎它。请改条件,或去掉规则。",
    neverMet: "没有哪种回答能达标。请改达标条件。",
    metWithRed: { "会和红色规则“\($0)”同时成立,例如:\($1)。请改达标条件,或改规则。" },
    redWithMet: {
      "红色规则成立时,“\($0)”仍可能达标,例如:\($1)。请在 verdicts 表给“\($0)”加一个条件,或不用红色。"
    })

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
    factOfOtherSource: { "\"\($0)\" is a fact of \"\($1)\": write \($1):\($0)." },
    unknownAnswer: { "\"\($1)\" has no answer \"\($0)\". Look at its choices." },
    neverFires:
      "This rule can never be true: no answers fit it. Change the condition, or take the rule out.",
    neverMet: "No answers can be met. Change the condition of met.",
    metWithRed: {
      "This can be true together with the red rule \"\($0)\", as with \($1). Change the condition of met, or the rule."
    },
    redWithMet: {
      "\"\($0)\" can be met while this red rule is true, as with \($1). Add a condition for \"\($0)\" in the sheet verdicts, or do not make it red."
    })
}
