import Fieldwork
import FormEngine
import Station

extension HouseholdStrings {
  /// The sentences in Chinese.
  static let chinese = HouseholdStrings(
    title: { village, person in
      "\(village)" + (person.map { "  \($0.role) \($0.name)" } ?? "")
    },
    columns: ["户号", "组", "户主", "人", "户类别", "状态", "上次", "再去", "注"],
    done: "完",
    unnamed: "(没有姓名)",
    legend: "+达标 X不达标 ?还不能定 -不适用  完=答完 数字=还差几题 .=还没问  再去!=该去",
    legendDiffering: "!=两个人写得不一样,^K 看  +达标 X不达标 ?还不能定  数字=还差几题  再去!=该去",
    notAdmitted: "! 这台电脑不在队里: 您记的先不算数,等督导准许(菜单里\"电脑和人员\")",
    taken: { person, time, today in
      let when = HouseholdStrings.when(time, today)
      return "\(person) 带走了 \(when.isToday ? "今天 " : "")\(when.text)"
    },
    takenBrief: { "\($0) 带走了 \(HouseholdStrings.when($1, $2).text)" },
    takenNow: "记下了:您带走了这一户。同步以后别人就看得到,不拦别人去。",
    givenBack: "交回了,谁去都行。",
    takenBy: { "@ \($0)" },
    differs: { "! 有 \($0) 处两个人写得不一样,按 ^K 看" },
    coverage: { coverage, name in
      coverage.total == 0
        ? "还没有住户" : "共\(coverage.total)户:" + counted(coverage, name, joined: " ")
    },
    copy: { state in
      switch state {
      case .notSet: "没有拷到别的盘:^D"
      case .made(_, let hours): hours < 1 ? "副本:刚刚" : "副本:\(hours)小时前"
      case .missing(let last):
        last.map { "副本没做成,上次 \($0.prefix(10))" } ?? "副本还没做成"
      }
    },
    search: "查找:",
    searchHint: "直接打字查找:户号、姓名或拼音首字母",
    narrowed: { group, status, order, number, count in
      let parts = [
        group, status.isEmpty ? nil : status, orderName(order), "第\(number)/\(count)户",
      ]
      return parts.compactMap { $0 }.joined(separator: "  ")
    },
    open: "打开",
    filterTitle: "筛选和排序",
    groupChoice: { "小组:\($0 ?? "全部")" },
    statusChoice: { "状态:\($0 ?? "全部")" },
    foundChoice: { "结论:\($0 ?? "全部")" },
    orderChoice: { order in
      switch order {
      case .number: "顺序:按组和户号(改成按走访路线)"
      case .route: "顺序:按走访路线(改成待办在前)"
      case .open: "顺序:待办在前(改成问题重的在前)"
      case .found: "顺序:问题重的在前(改成按组和户号)"
      }
    },
    ordered: { order in
      switch order {
      case .number: "现在按组和户号排。"
      case .route: "现在按登记的走访路线排。"
      case .open: "现在待办的排在前面,约好再去的最先。"
      case .found: "现在不达标的排在前面,红的多的最先;再是还不能定的。"
      }
    },
    showAll: "显示全部",
    allShown: "现在就是全部",
    whichGroup: "看哪个组",
    allGroups: "全部小组",
    noGroup: "(没写组)",
    whichStatus: "看哪种状态",
    allStatuses: "全部状态",
    whichFound: "看哪种结论",
    allFound: "全部结论",
    nothingInFocus: "没有可选的户",
    nothingFound: "没有找到。用退格键改字,或按 Esc 显示全部。",
    emptyVillage: "这个村还没有住户。按 ^A(Ctrl 和 A 一起按)在门口登记第一户,或请办公室导入花名册。",
    noVillage: "还没有打开村",
    oneVillage: "只有一个村",
    listHelp: [
      "这里是全村的户。用 ↑↓ 选一户,按 Enter 打开。",
      "直接打字就能查找:户号(17)、姓名、拼音(liguoqiang)或拼音首字母(lgq)。退格改字,Esc 显示全部。",
      "学医食衣房水六项,问完的户看结论:+ 达标,X 不达标,? 还不能定(有答案不清楚或没答),- 不适用。没问完的户看进度:完=答完,数字=还差几题,.=还没问到,-=不用问。空白=还没入户。",
      "^E 换排法:按户号、按走访路线、待办在前、问题重的在前。^F 里也可以只看不达标的、还不能定的、有红色问题的户。",
      "户号前面有 ! 的,是两个人写得不一样,^K 看。有 @ 的,是有人带走了,说好由他去;不拦别人,只为不重复跑。菜单里可以带走、交回。",
      "^R 同步: 用优盘或共享文件夹和别的电脑互换记录。",
      "\"再去\"后面有 ! 的,是约好的日子已经到了。\"注\"是备注的条数。",
      "\"没有拷到别的盘\": 答案只在这一块盘上,摔了就没有了。^D 里写着怎么在U盘上再放一份。",
      "每个答案按下 Enter 就已存盘,随时可以合上电脑。",
    ],
    thisOne: "就是这个",
    pickHelp: ["打字查找,↑↓ 选,Enter 确定。Esc 返回,什么都不改。"],
    whichVillage: "今天在哪个村?",
    noVillages: "这台电脑里还没有村的资料。请办公室导入村的花名册,或从U盘恢复备份,再打开 ruhu。",
    pressNumber: "按前面的数字选。",
    numberAndEnter: "按前面的数字,再按 Enter。",
    openNow: "(现在打开的)",
    notHereYet: "资料还没收到,先按 ^R 同步",
    villagesHelp: ["选今天去的村。换村不会丢任何答案。"],
    whoIsIt: "现在是谁在用电脑?",
    whyWho: "每个答案都会记下是谁问的。换人时先在这里换。",
    atKeyboard: "(现在是我)",
    notListed: "名单里没有我,写上名字",
    role: { role in
      switch role {
      case "supervisor": "督导"
      case "office": "办公室"
      default: "调查员"
      }
    },
    addPerson: "您的姓名",
    addPersonHint: "写上姓名,按 Enter。",
    sameName: { "名单里已有\"\($0)\":是您就直接选;同名的请在名字后加个区别,如\"\($0)2\"。" },
    peopleHelp: ["按数字选自己的名字。两个人合用一台电脑时,换人先按 ^W。"],
    whichDay: "今天是几号?",
    clockBehind: { "电脑的时钟是 \($0),可是已经有 \($1) 的记录:这台的时钟慢了,或者别的电脑的快了。" },
    whyDate: "年龄和有没有到期都按这个日期算,请看一下手机上的日期再写。以后请把电脑的时钟调准。",
    todayIs: "今天是",
    dateExample: "写成 2026-11-21 或 20261121,按 Enter。",
    noDate: "没有这一天。请写成 2026-11-21。",
    early: { "已经有 \($0) 的记录。请再看一下日期;没有错(别的电脑的时钟快了)就再按一次 Enter。" },
    dayTitle: { "今天 \($0)  \($1)" },
    visitedToday: { coverage, name in
      coverage.total == 0
        ? "今天还没有入户"
        : "今天到过 \(coverage.total) 户:" + counted(coverage, name, joined: " ")
    },
    wholeVillage: { coverage, name in
      "全村 \(coverage.total) 户,还要去 \(coverage.open) 户:" + counted(coverage, name, joined: " ")
    },
    verdicts: { verdicts in
      guard verdicts.total > 0 else { return nil }
      let parts = [
        "达标 \(verdicts[.met])", "不达标 \(verdicts[.notMet])", "还不能定 \(verdicts[.unknown])",
        verdicts[.notApplicable] > 0 ? "不适用 \(verdicts[.notApplicable])" : nil,
      ]
      return "核查过 \(verdicts.total) 户: " + parts.compactMap { $0 }.joined(separator: ",")
    },
    training: "练习: 边问边显示核查结果。正式调查要关掉。",
    copyKey: "   按 1 马上做一份",
    copyHowTo: "还没有设放副本的U盘或文件夹:请办公室设好,或先用 ruhu backup 备份。",
    noCopy: "没有第二份: 没有拷到别的盘",
    copyMeaning:
      "所有答案只在这台电脑的一块盘上: 摔了、丢了就没有了。插上U盘,退出后运行 ruhu second-copy set U盘上的文件夹,设一次,以后自己会跟上。同步也会让别的电脑有一份,但要等下次同步。",
    dueToday: { $0 == 0 ? "今天没有约好再去的户。" : "约好今天或以前再去的:\($0) 户" },
    dueLine: { household, status in
      "\(household.nextVisit)  \(doorName(household))  \(status)"
    },
    byGroup: "各组",
    households: "户数",
    backChoice: "回到名单",
    backToList: "回到名单",
    more: { "第 \($0.lowerBound)-\($0.upperBound) 行,共 \($1) 行  PgDn 往下  PgUp 往上" },
    dayHelp: ["今天做了多少,谁还等着,各组做到哪里,副本是什么时候的。按 1 马上做一份副本。"],
    door: { group, number, head, size in "\(place(group, number)) \(head) \(size)人" },
    step: { step, status in
      switch step {
      case .begin: "开始入户调查"
      case .resume: "接着问:回到上次停下的地方"
      case .revisit:
        status == .begun ? "再次入户:接着问没问完的" : "再次入户:上次没见到人,重新问入户结果"
      case .completed: "看答案(已完成,要改先重新打开)"
      }
    },
    reopen: "重新打开,改答案(要写原因)",
    addRemark: "给这一户写备注",
    move: "这份问卷问错了户,改到别的户",
    noInterview: "还没有问卷",
    nobodyAtKeyboard: "先选是谁在用电脑",
    formMissing: "这份问卷用的表不在这台电脑上,请办公室拷过来",
    chosenLine: "做选中的一行",
    readOn: "往下看",
    readBack: "往上看",
    remarkHint: "例如:狗凶,先打电话。写完按 Enter。",
    reopenHint: "写明为什么要改,例如:户主来电更正收入。",
    remarked: "备注已存。",
    reopened: "已重新打开。按 Enter 继续改。",
    moved: "问卷已改到那一户。",
    moveWhere: "这份问卷其实是哪一户的?",
    moveCheck: { "把这份问卷改到:\(doorName($0))?" },
    moveYes: "是,改过去",
    moveYesTwo: "是,改过去(! 那一户已有问卷,会有两份)",
    moveNo: "不改",
    householdHelp: [
      "上面是现在能做的事,按数字或用 ↑↓ 选了按 Enter。",
      "下面是这一户的资料:每个人、每次入户、备注、登记信息,后面写着从哪里来、哪天的。PgDn、PgUp 翻看。",
      "证件号码只显示头尾,防止旁人看见。",
    ],
    noMembers: "还没有成员",
    memberColumns: ["姓名", "关系", "性别", "年龄", "证件号码", "在哪里", "来源"],
    struck: { reason in
      switch reason {
      case "died": "已去世"
      case "married": "已婚出"
      case "moved": "已迁走"
      case "mistake": "录错,已划去"
      default: "已划去"
      }
    },
    about: { "约\($0)" },
    fromDoor: { "门口 \($0.suffix(5))" },
    fromRegister: { "登记 \($0.suffix(5))" },
    fromInterview: { "问卷 \($0.suffix(5))" },
    visits: "入户记录",
    noVisit: "还没有入户",
    interview: { round, begun, date, check in
      let how =
        switch check {
        case "neighbours": "邻居认定"
        case "enrolled": "门口登记"
        default: "姓名证件核对"
        }
      return "问卷:\(round)  \(begun) 开始" + (date == begun ? "" : ",年龄按 \(date) 算") + "  \(how)"
    },
    underWay: "正在进行",
    notEnded: "没有写结果",
    notCounted: { "这一份不算,算另一份: \($0) \($1)定的" },
    visit: { number, start, end, person, result, next in
      let time = end.map { "\(start)-\($0)" } ?? start
      return "第\(number)次  \(time)  \(person)  \(result)" + (next.isEmpty ? "" : "  约 \(next) 再去")
    },
    completed: { "完成:\($0)  \($1)" },
    wasReopened: { "\($0) \($1) 重新打开:\($2)" },
    decisions: "两个人答得不一样、已经定了的",
    decided: { time, person, question, value, others in
      "\(question): \(value)   \(time) \(person)定的"
        + (others.isEmpty
          ? "" : ";没选上: " + others.map { "\($0.person) \($0.value)" }.joined(separator: "、"))
    },
    remarks: "备注",
    remark: { day, person, question, text in
      "\(day) \(person)" + (question.isEmpty ? "" : " [\(question)]") + ":\(text)"
    },
    facts: "登记信息",
    joinedDoor: { group, number, head in
      "合过来的门: "
        + [group, number.isEmpty ? "" : "\(number)号", head].filter { !$0.isEmpty }
        .joined(separator: " ")
    },
    registerLabels: [
      "head": "登记的户主", "address": "住址", "neighbours": "邻居", "dwelling": "住房类型",
      "route": "走访顺序",
    ],
    checkTitle: { "核对:\(place($0, $1)) \($2)" },
    headLabel: "户主",
    idLabel: "证件号码",
    registeredHeadLabel: "登记的户主",
    familyLabel: "家里人",
    addressLabel: "住址",
    neighboursLabel: "邻居",
    doorsLabel: "前后户",
    person: { name, sex, age in
      [name, sex, age.map { "\($0)岁" }].compactMap { $0 }.joined(separator: "  ")
    },
    relative: { $1.isEmpty ? $0 : "\($0)(\($1))" },
    neighbour: { "\(padded($0)) \($1)" },
    list: { $0.joined(separator: "、") },
    isThisIt: "请问姓名、看证件尾号,站在门口的是这一户吗?按 1、2、3 或 4。",
    identityChoices: { hasNumber in
      [
        hasNumber ? "是:姓名和证件尾号都对" : "是:姓名对(登记里没有证件号码)",
        "是:没看到证件,邻居或村干部认得", "不是这一户:回名单另选",
        "名单里没有这一户:登记新户",
      ]
    },
    pressOneToFour: "请看清楚,再按 1、2、3 或 4。",
    identityHelp: [
      "问错户,后面全白问。先问户主叫什么,再请对方出示身份证,对一下最后四位。",
      "没有证件时,请邻居或村干部认。前后户是名单上户号相邻的两家。",
    ],
    enrolTitle: "登记新户",
    enrolLabels: ["小组", "户号", "户主"],
    enrolGroup: "这一户在哪个组?",
    otherGroup: "都不是,写组名",
    enrolGroupName: "组名",
    enrolGroupHint: "例如:3组。写完按 Enter。",
    enrolNumber: "户号",
    enrolNumberHint: "这是下一个没用过的号,可以改。按 Enter。",
    enrolHead: "户主姓名",
    enrolHeadHint: "写全名,与户口簿一致。写完按 Enter。",
    enrolCheck: "都对吗?",
    enrolChoices: ["对,登记这一户", "不对,从头改", "不登记了"],
    firstStep: "这是第一步",
    stepBack: "改前一项",
    noGroupName: "请写组名,例如:3组。",
    badNumber: "户号是 1 到 9999 的数字。",
    numberTaken: { "\($0) 号已经是 \($1)。请用别的号,或返回名单打开那一户。" },
    noHeadName: "请写户主姓名。",
    sameHead: { "名单里已有同名户主:\(doorName($0))。是同一户就不要再登记。" },
    enrolHelp: ["名单上没有、确实住在村里的户,在这里登记:组、户号、户主。登记好就可以开始问。"])

  @Sendable private static func orderName(_ order: HouseholdQuery.Order) -> String? {
    switch order {
    case .number: nil
    case .route: "按走访路线"
    case .open: "待办在前"
    case .found: "问题重的在前"
    }
  }
}
