import FormEngine

extension FindingStrings {
  /// The sentences in Chinese.
  static let chinese = FindingStrings(
    title: "核查结果",
    household: "整户",
    mark: mark,
    state: { state in
      switch state {
      case .met: "达标"
      case .notMet: "不达标"
      case .unknown: "还不能定"
      case .notApplicable: "不适用"
      case .notAssessed: "没有评"
      }
    },
    level: { level in
      switch level {
      case .red: "红"
      case .yellow: "黄"
      case .info: "提示"
      }
    },
    counts: { counts in
      counts.map { level, count in
        switch level {
        case .red: "红\(count)"
        case .yellow: "黄\(count)"
        case .info: "提示\(count)"
        }
      }.joined(separator: " ")
    },
    nothingFound: "没有发现问题。",
    about: { "\($0): \($1)" },
    openBecause: { "缺: " + $0.joined(separator: "、") },
    because: { "(" + $0.joined(separator: "、") + ")" },
    inCharge: { "(\($0))" },
    changedMark: "[看后改过]",
    changedTitle: "看过结果以后改了答案,现在没有这条了",
    unset: { "\($0)未设定: \($1.joined(separator: "、")) 未判断" },
    judgedBy: { "照\($0.joined(separator: "、"))判断。" },
    dated: { $0 + ($1.isEmpty ? "" : "(\($1)年)") },
    hint: "↓ ↑ 选一行,Enter 看依据、怎么算达标。",
    goOn: "看完了",
    readOn: "往下看",
    openDetail: "看依据",
    listHelp: [
      "这里是这一户的核查结果。上面是各项的结论,下面是发现的问题,重的在前。",
      "+ 达标;X 不达标;? 还不能定,有答案不清楚或没答;- 不适用。还不能定的不算达标。",
      "红: 现在低于标准,要马上解决。黄: 有风险,或政策没落实,或要核实。提示: 知道就行。",
      "用 ↓ ↑ 选一行,按 Enter 或 ? 看依据哪些答案、哪个文件,怎样才算达标。",
      "看过结果再改答案,这条后面标 [看后改过],督导看得到。真答错了的照实改就行。",
    ],
    domain: { "\($0)  \($1)" },
    whatIsFound: "发现的问题",
    remedyTitle: "怎么办,怎样算达标",
    valuesTitle: "依据的答案和标准",
    sourcesTitle: "依据的文件",
    inChargeAre: { "负责部门: \($0)" },
    setBy: { "谁定的: \($0)" },
    rule: { "规则编号: \($0)" },
    changesTitle: "看过以后改过的答案",
    parameter: { label, value, year in
      "标准 \(label): \(value)" + (year.isEmpty ? "" : "(\(year)年)")
    },
    unanswered: "未答",
    uncalculated: "算不出来,缺别的答案",
    unconfirmed: "登记的或前面答的,没有当面核对",
    change: { label, before, after, person, minute in
      "\(label): 由 \(before) 改成 \(after)  \(person) \(minute)"
    },
    document: { title, year, sure in
      [title, year.isEmpty ? "" : "\(year)年", sure].filter { !$0.isEmpty }.joined(separator: ",")
    },
    sureness: { sureness in
      switch sureness {
      case .verified: "见过公开文本"
      case .document: "地方文件"
      case .memory: "凭记忆写的,待核对"
      case .proposal: "本问卷的建议"
      }
    },
    meansTitle: "怎样算达标",
    why: { state in
      switch state {
      case .met: "达标,根据这些答案"
      case .notMet: "不达标,因为"
      case .unknown: "还不能定,因为"
      case .notApplicable: "不适用,因为"
      case .notAssessed: "没有评: 这一户没有接受调查。"
      }
    },
    noReason: "规则里没有写出。",
    byDomain: "各项",
    foundHere: "这一方面查出的",
    back: "回去",
    detailHelp: ["这条是怎么来的: 依据的答案、标准的数和年份、文件,怎样才算达标。Enter 回去。"],
    choice: "核查结果: 各项结论和发现的问题",
    noneYet: "问完才有核查结果",
    verdictLine: { "核查结果: \($0)" + ($1.isEmpty ? "" : "   \($1)") },
    withLevel: { "有\($0)的" },
    training: "练习",
    atOnce: { level, sentence, more in
      "练习 \(level): \(sentence)" + (more > 0 ? "(还有\(more)条)" : "")
    })

  /// One cell in every language; plain characters, since some terminals draw signs two cells wide.
  @Sendable static func mark(_ state: VerdictState) -> String {
    switch state {
    case .met: "+"
    case .notMet: "X"
    case .unknown: "?"
    case .notApplicable: "-"
    case .notAssessed: "."
    }
  }
}
