import FormEngine

/// What is said about a region's or a county's additions that cannot be used.
struct OverlaySentences: Sendable {
  let unknownSheet: String
  let unknownColumn: String
  let extraRow: String
  let secondProfile: String
  let missingValue: String
  let missingText: String
  let missingYear: String
  let badYear: @Sendable (String) -> String
  let missingPlace: String
  let placeInsideGroup: String
  let unknownParameter: @Sendable (String) -> String
  let unknownGroup: @Sendable (String) -> String
  let unknownRow: @Sendable (String) -> String
  let unknownDomain: @Sendable (String) -> String
  let unknownOverlay: @Sendable (String) -> String
  let overlayCycle: @Sendable (_ names: String) -> String
  let nameTaken: @Sendable (String) -> String
  let nameTwice: @Sendable (String) -> String
  let notANumber: @Sendable (String) -> String
  let notYesOrNo: @Sendable (String) -> String
  let badText: @Sendable (String) -> String
  let looserThan: @Sendable (_ value: String, _ bound: String) -> String
  let badLevel: @Sendable (String) -> String
  let levelLowered: @Sendable (_ from: String, _ to: String) -> String
  let ruleChanged: @Sendable (String) -> String
  let domainNeverMet: @Sendable (String) -> String

  func sentence(_ fault: OverlayFault) -> String {
    switch fault {
    case .unknownSheet: unknownSheet
    case .unknownColumn: unknownColumn
    case .extraRow: extraRow
    case .secondProfile: secondProfile
    case .missingValue: missingValue
    case .missingText: missingText
    case .missingYear: missingYear
    case .badYear(let text): badYear(text)
    case .missingPlace: missingPlace
    case .placeInsideGroup: placeInsideGroup
    case .unknownParameter(let name): unknownParameter(name)
    case .unknownGroup(let name): unknownGroup(name)
    case .unknownRow(let name): unknownRow(name)
    case .unknownDomain(let name): unknownDomain(name)
    case .unknownOverlay(let name): unknownOverlay(name)
    case .overlayCycle(let names): overlayCycle(names.joined(separator: ", "))
    case .nameTaken(let name): nameTaken(name)
    case .nameTwice(let name): nameTwice(name)
    case .notANumber(let value): notANumber(value)
    case .notYesOrNo(let value): notYesOrNo(value)
    case .badText(let value): badText(value)
    case .looserThan(let value, let bound): looserThan(value, bound)
    case .badLevel(let level): badLevel(level)
    case .levelLowered(let from, let to): levelLowered(from, to)
    case .ruleChanged(let name): ruleChanged(name)
    case .domainNeverMet(let domain): domainNeverMet(domain)
    }
  }

  static let chinese = OverlaySentences(
    unknownSheet: "地方补充里不能有这张工作表。",
    unknownColumn: "这里不能有这一列,请看列名写得对不对。",
    extraRow: "这张表只能有一行。",
    secondProfile: "已经用了一个政策口径,不能再用一个。",
    missingValue: "没有写值;已有的值不能清空。",
    missingText: "没有写文字。",
    missingYear: "没有写年份。",
    badYear: { "“\($0)”不是年份,请写四位数字。" },
    missingPlace: "没有写放在哪里:写 group(放进哪一组),或写 after(接在哪一题后面)。",
    placeInsideGroup: "这一行在自己的组里,不要再写位置。",
    unknownParameter: { "问卷没有参数“\($0)”。" },
    unknownGroup: { "没有叫“\($0)”的组。" },
    unknownRow: { "这里没有叫“\($0)”的项目。" },
    unknownDomain: { "没有“\($0)”这个方面。" },
    unknownOverlay: { "没有叫“\($0)”的地方补充。" },
    overlayCycle: { "这些地方补充绕成了圈:\($0)。" },
    nameTaken: { "名称“\($0)”已经有了,请换一个。" },
    nameTwice: { "名称“\($0)”写了两次。" },
    notANumber: { "“\($0)”不是数字;这里要写数字,不带单位。" },
    notYesOrNo: { "“\($0)”不对:这里要写 yes 或 no。" },
    badText: { "“\($0)”里单引号和双引号都有,不能用。" },
    looserThan: { "“\($0)”太宽:最宽只能到 \($1)。" },
    badLevel: { "等级“\($0)”不对:写 red、yellow 或 info。" },
    levelLowered: { "等级不能从 \($0) 降到 \($1)。" },
    ruleChanged: { "规则“\($0)”已经有了,只能提高等级,或写 enabled=yes 启用。" },
    domainNeverMet: { "“\($0)”没有达标条件,不能再加。" })

  static let english = OverlaySentences(
    unknownSheet: "A regional file cannot have this sheet.",
    unknownColumn: "This column cannot stand here. Is its name spelt right?",
    extraRow: "This sheet has one row only.",
    secondProfile: "A policy profile is in use already; there can be one only.",
    missingValue: "The value is missing; one that is set cannot be cleared.",
    missingText: "The text is missing.",
    missingYear: "The year is missing.",
    badYear: { "\"\($0)\" is no year. Write four digits." },
    missingPlace:
      "Where it goes is missing: write group (the group it goes into) or after (what it follows).",
    placeInsideGroup: "This row stands in a group of its own; give it no other place.",
    unknownParameter: { "The form has no parameter \"\($0)\"." },
    unknownGroup: { "No group is named \"\($0)\"." },
    unknownRow: { "Nothing is named \"\($0)\" here." },
    unknownDomain: { "There is no domain \"\($0)\"." },
    unknownOverlay: { "No regional file is named \"\($0)\"." },
    overlayCycle: { "These regional files build on each other in a circle: \($0)." },
    nameTaken: { "The name \"\($0)\" is there already. Choose another." },
    nameTwice: { "The name \"\($0)\" is written twice." },
    notANumber: { "\"\($0)\" is no number. Write digits without a unit." },
    notYesOrNo: { "\"\($0)\" cannot stand here: write yes or no." },
    badText: { "\"\($0)\" has both kinds of quotes and cannot be used." },
    looserThan: { "\"\($0)\" is too loose: the loosest value is \($1)." },
    badLevel: { "\"\($0)\" is no level: write red, yellow or info." },
    levelLowered: { "A level cannot be lowered from \($0) to \($1)." },
    ruleChanged: {
      "The rule \"\($0)\" is there already: its level can be raised, or it can be switched on with enabled=yes."
    },
    domainNeverMet: { "\"\($0)\" has no condition of being met to which one could be added." })
}
