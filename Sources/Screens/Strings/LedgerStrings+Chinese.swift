import Fieldwork
import Station

extension LedgerStrings {
  static let chinese = LedgerStrings(
    title: { view, village in "\(chineseView(view))  \(village)" },
    nextView: chineseView,
    overdue: { "整改超期 \($0)" },
    soon: { "快到期 \($0)" },
    count: { "\($0) \($1)" },
    cleared: "红的已清零",
    columns: ["时限", "状态", "户号", "户主或地方", "问题"],
    issueName: "问题",
    due: { due in
      switch due {
      case .none: ""
      case .left(let days): "还有\(days)天"
      case .soon(let days): days == 0 ? "今天到期" : "\(days)天后到期"
      case .overdue(let days): "超期\(days)天"
      }
    },
    column: { column in
      switch column {
      case .number: "序"
      case .group: "组"
      case .household: "户或地方"
      case .member: "成员"
      case .problem: "问题"
      case .domain: "方面"
      case .level: "轻重"
      case .issueClass: "类别"
      case .source: "来源"
      case .cause: "原因"
      case .opened: "发现日期"
      case .state: "状态"
      case .departments: "主管部门"
      case .responsible(let level): chineseLevel(level)
      case .inCharge: "责任单位、责任人"
      case .measure: "整改措施"
      case .deadline: "整改时限"
      case .due: "期限"
      case .reported: "报告人"
      case .ground: "佐证"
      case .struckOff: "销号人"
      case .reopened: "重开次数"
      }
    },
    position: { "第\($0)/\($1)条" },
    sideways: { "←→ 第\($0.lowerBound)-\($0.upperBound)栏,共\($1)栏  " },
    none: "还没有问题。核查出红的,或按 ^A 登记,就列在这里。",
    nothingLeft: "这样筛没有问题。按 Esc 看全部。",
    nothingInView: "这一张单上还没有:问题交办以后才列在这里。",
    filterTitle: "只看哪些",
    kind: { kind in
      switch kind {
      case .due: "时限"
      case .state: "状态"
      case .level: "轻重"
      case .domain: "方面"
      case .group: "组"
      case .responsible: "责任人"
      case .source: "来源"
      case .concern: "户或地方"
      case .issueClass: "类别"
      case .cause: "原因"
      case .reopened, .doubtful, .typed: "其他"
      }
    },
    other: "类别、原因、地方、其他",
    chosen: { "\($0): \($1 ?? "全部")" },
    all: "全部",
    ordered: { order in
      switch order {
      case .urgency: "次序: 最要紧的在前"
      case .household: "次序: 按组、户号"
      case .deadline: "次序: 按整改时限"
      case .opened: "次序: 最新的在前"
      }
    },
    dueFacet: { $0 == .overdue ? "整改超期" : "7天内到期" },
    open: "没有销号的",
    wholeVillage: "全村",
    mark: { mark in
      switch mark {
      case .reopened: "重新打开过"
      case .doubtful: "说好了,最新答案还有"
      case .typed: "人工登记的"
      }
    },
    issueClass: { issueClass in
      switch issueClass {
      case .direct: "一类: 直接影响目标任务"
      case .improvement: "二类: 工作需要改进"
      case .longTerm: "三类: 需要长期解决"
      }
    },
    shortClass: { issueClass in
      switch issueClass {
      case .direct: "一类"
      case .improvement: "二类"
      case .longTerm: "三类"
      }
    },
    source: { source in
      switch source {
      case .census: "普查"
      case .lookback: "回头看"
      case .unannounced: "暗访"
      case .inspection: "巡视"
      case .audit: "审计"
      case .congress: "人大"
      case .discipline: "纪委监委"
      case .assessment: "考核评估"
      case .petition: "信访"
      case .hotline: "12317"
      case .matching: "数据比对"
      case .self: "自主申报"
      }
    },
    level: chineseLevel,
    done: { "\($0) \($1)" },
    answers: "访问答案",
    evidence: { files, text in
      [files > 0 ? "\(files)份文件" : "", text].filter { !$0.isEmpty }.joined(separator: ",")
    },
    erased: "(已删除的户)",
    help: [
      "这里是全村的问题,最要紧的在前:超期的,快到期的,等人复核的,新发现的,正在整改的,已销号的在最后。核查出红的自动列入,别的可以按 ^A 登记。",
      "按 ^E 换一张单看:问题清单、责任清单、任务清单、整改台账,都是同一批记录。一屏放不下,按 ← → 左右看。",
      "按 Ctrl+F 筛,可以几样一起筛;每一样后面是条数。",
      "销号要有凭据:再访问的答案已经达标,或者有佐证;而且要另一个人复核。",
    ],
    assign: { $0 ? "改交办" : "交办" },
    begin: "开始整改",
    report: "报告整改完成",
    sendBack: "退回整改",
    strikeOff: { $0.map { "销号,确认: \($0)" } ?? "销号" },
    reopen: "重新打开",
    describe: "改类别、来源、原因",
    reask: "到这一户再问",
    similar: { $0 == 0 ? "同类问题" : "同类问题(\($0)户)" },
    back: "回到台账",
    noHousehold: "这个问题不是哪一户的",
    noInterview: "这一户还没有访问过",
    noSimilar: "没有别的户是这样",
    heading: { heading in
      switch heading {
      case .problem: "问题"
      case .about: "登记"
      case .assigned: "交办"
      case .ground: "凭据"
      case .steps: "经过"
      }
    },
    standing: { state, deadline, due, times in
      var text = state
      if !deadline.isEmpty { text += "  时限\(deadline)" }
      if !due.isEmpty { text += ",\(due)" }
      if times > 0 { text += "  重新打开过\(times)次" }
      return text
    },
    line: { "\($0): \($1)" },
    label: { detail in
      switch detail {
      case .remedy: "怎样算解决"
      case .household: "户"
      case .member: "成员"
      case .site: "地方"
      case .finding: "黄色提示"
      case .issueClass: "类别"
      case .source: "来源"
      case .cause: "原因"
      case .domain: "方面"
      case .departments: "主管部门"
      case .opened: "发现"
      case .note: "说明"
      case .measure: "整改措施"
      case .deadline: "整改时限"
      }
    },
    gone: "按最新的答案已经没有这个问题。",
    still: "按最新的答案,这个问题还在。",
    implied: "还没有人处理过:第一步做了什么,就从那时记起。",
    ground: { "\($0)   \($1) \($2)报告" },
    groundFails: { "这个凭据不行: \($0)" },
    step: { kind in
      switch kind {
      case .opened: "发现"
      case .foundAgain: "又发现"
      case .described: "改说明"
      case .assigned: "交办"
      case .begun: "开始整改"
      case .reported: "报告整改完成"
      case .sentBack: "退回整改"
      case .struckOff: "销号"
      case .reopened: "重新打开"
      }
    },
    assignedTo: { "\($0)(时限\($2)): \($1)" },
    by: { what, person, role, minute in
      "\(what)   \(person)\(role.isEmpty ? "" : "(\(role))") \(minute)"
    },
    issueHelp: [
      "上面是能做的,不能做的后面写着为什么;下面是这个问题的全部:查出了什么、交办给谁、凭据、经过。",
      "交办要写整改措施、时限和至少一个责任人。调查员到户再问,答案达标后在这里报告;或者交佐证。",
      "报告的人、填答案的人不能自己销号,要另一个督导或办公室的人复核。",
    ],
    beginHint: "写上开始做什么,按 Enter。",
    sendBackHint: "写上哪里没有整改好,按 Enter。",
    reopenHint: "写上为什么重新打开,按 Enter。",
    reaskHint: "访问会重新打开,记一次新的入户。写上为什么,按 Enter。",
    reaskReason: { "复核问题: \($0)" },
    reportTitle: "凭什么说整改好了",
    byAnswers: { $0.map { "再访问的答案,\($0)完成" } ?? "再访问的答案" },
    byEvidence: "佐证:文件(照片、单据)或说明",
    measureHint: "做什么才能解决,如: 水利局11月底前接水到院。",
    deadlineHint: "哪一天以前,如 2026-12-31。",
    body: { "\(chineseLevel($0))  单位" },
    person: { "\(chineseLevel($0))  责任人" },
    bodyHint: "负责的单位,如: 县医保局。没有可以空着。",
    personHint: "责任人的姓名。四级里至少写一个人。",
    missing: "还没有写好:要有整改措施、整改时限和至少一个责任人的姓名。",
    noDay: "时限要写成日期,如 2026-12-31。",
    file: { "佐证文件\($0)" },
    fileHint: "照片或单据的路径,如 /media/usb/shui.jpg。文件按校验值收进数据里,同步时一起带走。",
    noFile: { path, fault in
      switch fault {
      case .missing: "没有这个文件: \(path)"
      case .isFolder: "这是文件夹,要的是文件: \(path)"
      case .empty: "这个文件是空的: \(path)"
      case .unreadable: "读不了这个文件: \(path)"
      case .tooLarge: "这个文件太大,超过64MB: \(path)"
      }
    },
    words: "说明",
    wordsHint: "看到了什么、什么时候、谁在场。文件和说明至少有一样。",
    classHint: "按 Enter 选。三类问题:一类直接影响目标任务,二类工作需要改进,三类需要长期解决。",
    sourceHint: "按 Enter 选:从哪里发现的。",
    causeHint: "按 Enter 选:主要因为什么。",
    noCause: "(没有定)",
    domainHint: "按 Enter 选:属于哪个方面。",
    noDomain: "(不属于哪个方面)",
    textHint: "写一句话,说清楚是什么问题。",
    remarkHint: "还有要说的写在这里,也可以不写。",
    findingHint: { "按 Enter 选:把这一户的黄色提示立为问题(\($0) 条可选)。" },
    noFinding: "(都不是,自己写)",
    siteHint: {
      $0.isEmpty
        ? "项目、安置点或工程的名字。" : "项目、安置点或工程的名字。已有: \($0.joined(separator: "、"))"
    },
    newTitle: "登记的问题是关于",
    newOf: { "登记问题: \($0)" },
    newHousehold: "某一户",
    newSite: "某个地方(项目、安置点、工程)",
    newVillage: "全村",
    whichHousehold: "哪一户的问题",
    save: "记下",
    unsaved: "填的还没有记下;再按一次就不要了。",
    formHelp: [
      "Enter 到下一栏,↑ 回上一栏;到最后一行按 Enter 才记下。",
      "带 * 的要填。记不下来时,填的都还在。",
    ],
    recorded: { act in
      switch act {
      case .opening: "已登记。"
      case .describing: "已改,记下了。"
      case .assigning: "已交办,记下了。"
      case .beginning: "已记下开始整改。"
      case .reporting: "已报告,等另一个人复核。"
      case .sendingBack: "已退回整改,记下了。"
      case .strikingOff: "已销号。"
      case .reopening: "已重新打开,记下了。"
      }
    },
    struckOff: { "已销号。您确认了: \($0)" },
    opened: "访问已重新打开。问完改好再完成,然后回来报告。",
    similarTitle: { "同类问题: \($0)" },
    similarColumns: ["户号", "组", "户主或地方", "状态", "哪里一样"],
    sameCause: "同原因",
    sameGroup: "同组",
    shared: { "另有\($0)项一样" },
    similarHelp: ["查出同样问题的户,最像的在前:原因一样的,同组的,别的问题也一样多的。按 Enter 看那一户的问题。"],
    toReask: { problem, state, due in
      "要再问: \(problem)  (\(state)\(due.isEmpty ? "" : ",\(due)"))"
    },
    toReport: { problem, state, due in
      "答案里已经没有了,可以按 ^O 报告整改完成: \(problem)  (\(state)\(due.isEmpty ? "" : ",\(due)"))"
    },
    here: { "有\($0)个问题要再问  \($1) 看台账" })

  private static let chineseView: @Sendable (LedgerView?) -> String = { view in
    switch view {
    case nil: "问题台账"
    case .problems: "问题清单"
    case .responsibilities: "责任清单"
    case .tasks: "任务清单"
    case .rectification: "整改台账"
    }
  }

  private static let chineseLevel: @Sendable (IssueLevel) -> String = { level in
    switch level {
    case .prefecture: "市级牵头"
    case .county: "县级主体"
    case .department: "行业部门"
    case .township: "乡镇驻村"
    }
  }
}
