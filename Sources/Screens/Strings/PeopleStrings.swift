/// The sentences of the people of a team: what they are, where they work, their PINs.
struct PeopleStrings: Sendable {
  // MARK: A PIN

  let askPIN: @Sendable (_ name: String) -> String
  let pinHint: String
  let onlyDigits: String
  let pinLength: @Sendable (_ fewest: Int, _ most: Int) -> String
  let wrongPIN: String
  let waitFirst: @Sendable (_ seconds: Int) -> String
  let cannotCheck: String
  let newPIN: String
  let newPINAgain: String
  let pinsDiffer: String
  let pinHelp: [String]

  // MARK: People

  let title: String
  let open: String
  let unknown: @Sendable (_ id: String) -> String
  let notYours: String
  let notYoursTitle: @Sendable (_ village: String) -> String
  let notYoursStay: String
  let notYoursOpen: String
  let notYoursAgain: String
  let notYoursNow: String
  let allVillages: String
  let villages: @Sendable (_ count: Int) -> String
  let hasPIN: String
  let noPIN: String
  let change: String
  let setPIN: String
  let changePIN: String
  let pinSet: String
  let takePIN: String
  let takeSure: @Sendable (_ name: String) -> String
  let takeYes: String
  let keep: String
  let pinTaken: String
  let notYourPIN: String
  let role: String
  let roleOf: @Sendable (_ name: String) -> String
  let roleGiven: String
  let place: String
  let placesOf: @Sendable (_ name: String) -> String
  let placesHint: String
  let save: String
  let placed: String
  let add: String
  let addTitle: String
  let added: @Sendable (_ name: String) -> String
  let mayNot: String
  let back: String
  let seenOn: String
  let seen: @Sendable (_ device: String, _ time: String) -> String
  let withoutRightTitle: String
  let withoutRight: @Sendable (ShownWithoutRight.What) -> String
  let help: [String]

  static let chinese = PeopleStrings(
    askPIN: { "\($0)的密码" },
    pinHint: "输入数字,按 Enter。屏幕上不显示。",
    onlyDigits: "密码只有数字。",
    pinLength: { "密码是 \($0) 到 \($1) 位数字。" },
    wrongPIN: "密码不对。",
    waitFirst: { seconds in
      seconds < 60
        ? "错得太多,再等 \(seconds) 秒。" : "错得太多,再等 \(seconds / 60) 分 \(seconds % 60) 秒。"
    },
    cannotCheck: "内存不够,没法核对密码。请关掉别的程序再试。",
    newPIN: "新密码",
    newPINAgain: "新密码再输一遍",
    pinsDiffer: "两遍不一样,没有改。",
    pinHelp: [
      "密码是 4 到 12 位数字。前三次错了不要紧,再错就要等,一次比一次久,最多 5 分钟;关了程序再开也照样等。",
      "忘了密码,请督导或办公室的人在\"电脑和人员\"里取消,再自己设新的。",
      "密码只让守规矩的人不拿错身份;电脑丢了,密码挡不住别人看硬盘,那要靠硬盘加密。",
    ],
    title: "人员",
    open: "看这个人",
    unknown: { "不认识的人 \($0.prefix(4))" },
    notYours: "不归您",
    notYoursTitle: { "\($0)不归您,要打开吗" },
    notYoursStay: "不打开",
    notYoursOpen: "打开,在那里帮忙",
    notYoursAgain: "这个村不归您。要在那里帮忙,再输一次同一个编号。",
    notYoursNow: "这个村不归您;照样能做,记在您的名下。",
    allVillages: "各村",
    villages: { "\($0)个村" },
    hasPIN: "有密码",
    noPIN: "没有密码",
    change: "看和改人员: 角色、村、密码",
    setPIN: "设密码",
    changePIN: "换密码",
    pinSet: "密码设好了。",
    takePIN: "取消密码(忘了、不要了)",
    takeSure: { "取消\($0)的密码?" },
    takeYes: "取消",
    keep: "不取消",
    pinTaken: "密码取消了。",
    notYourPIN: "密码要本人来设",
    role: "改角色",
    roleOf: { "\($0)做什么" },
    roleGiven: "角色改好了。",
    place: "改去的村",
    placesOf: { "\($0)去哪些村" },
    placesHint: "按编号打勾或去掉;都不勾就是各村都去。选最后一行存好。",
    save: "存好",
    placed: "村定好了。",
    add: "加一个人",
    addTitle: "新人员的姓名",
    added: { "\($0) 加进来了,先是调查员。" },
    mayNot: "要督导或办公室的人来做",
    back: "回去",
    seenOn: "在哪台电脑上用过:",
    seen: { "\($0)  最近 \($1)" },
    withoutRightTitle: "没有权限、不算数的:",
    withoutRight: { what in
      switch what {
      case .role(let name, let role): "给\(name)定角色: \(role)"
      case .admission(let name): "准许电脑入队: \(name)"
      case .revocation: "除名电脑"
      case .overlay(let name): "发标准文件 \(name)"
      case .places(let name): "定\(name)去的村"
      case .pin(let name): "设\(name)的密码"
      case .takenPIN(let name): "取消\(name)的密码"
      case .other: "别的事"
      }
    },
    help: [
      "这里是队里的人: 做什么、去哪些村、有没有密码、在哪台电脑上用过。",
      "角色和村由督导或办公室的人来定。调查员只能开自己的村;没有定村的,各村都能去。",
      "密码由本人设,忘了由督导或办公室的人取消。密码只让守规矩的人不拿错身份;电脑丢了,密码挡不住别人看硬盘,那要靠硬盘加密。",
      "没有权限做的事照样留在记录里,列在下面,不算数。",
    ])

  static let english = PeopleStrings(
    askPIN: { "\($0)'s PIN" },
    pinHint: "Type the digits, then Enter. They are not shown.",
    onlyDigits: "A PIN has only digits.",
    pinLength: { "A PIN has \($0) to \($1) digits." },
    wrongPIN: "That is not the PIN.",
    waitFirst: { seconds in
      seconds < 60
        ? "Too many wrong tries: \(seconds) s to wait."
        : "Too many wrong tries: \(seconds / 60) min \(seconds % 60) s to wait."
    },
    cannotCheck: "Not enough memory to check the PIN. Close other programs and try again.",
    newPIN: "New PIN",
    newPINAgain: "The new PIN once more",
    pinsDiffer: "They differ; nothing was changed.",
    pinHelp: [
      "A PIN has 4 to 12 digits. Three wrong tries cost nothing; after that each makes the next one wait, longer every time, up to 5 minutes, and starting the program again does not shorten it.",
      "Who forgot a PIN asks a supervisor or the office to take it away under \"laptops and people\", and sets a new one.",
      "A PIN keeps honest people apart. It does not protect a stolen disk: for that encrypt the disk.",
    ],
    title: "People",
    open: "show",
    unknown: { "unknown person \($0.prefix(4))" },
    notYours: "not one of yours",
    notYoursTitle: { "\($0) is not one of your villages: open it?" },
    notYoursStay: "no",
    notYoursOpen: "yes, to help there",
    notYoursAgain: "Not one of your villages. To help there, type the same number again.",
    notYoursNow: "Not one of your villages; what you do here counts and is recorded in your name.",
    allVillages: "all villages",
    villages: { "\($0) village\($0 == 1 ? "" : "s")" },
    hasPIN: "PIN",
    noPIN: "no PIN",
    change: "People: roles, villages, PINs",
    setPIN: "Set my PIN",
    changePIN: "Change my PIN",
    pinSet: "The PIN is set.",
    takePIN: "Take the PIN away (forgotten, not wanted)",
    takeSure: { "Take \($0)'s PIN away?" },
    takeYes: "Take it away",
    keep: "Leave it",
    pinTaken: "The PIN is taken away.",
    notYourPIN: "a PIN is set by its owner",
    role: "Change the role",
    roleOf: { "What is \($0)" },
    roleGiven: "The role is changed.",
    place: "Change the villages",
    placesOf: { "Where \($0) works" },
    placesHint: "A number ticks a village or not; none ticked means all. The last line saves.",
    save: "Save",
    placed: "The villages are changed.",
    add: "Add someone",
    addTitle: "The new person's name",
    added: { "\($0) is in the team, as a surveyor." },
    mayNot: "for a supervisor or the office",
    back: "Back",
    seenOn: "Seen on:",
    seen: { "\($0)  last \($1)" },
    withoutRightTitle: "Done without the right to, so without effect:",
    withoutRight: { what in
      switch what {
      case .role(let name, let role): "made \(name) \(role)"
      case .admission(let name): "admitted a laptop: \(name)"
      case .revocation: "revoked a laptop"
      case .overlay(let name): "gave the overlay \(name)"
      case .places(let name): "said where \(name) works"
      case .pin(let name): "set \(name)'s PIN"
      case .takenPIN(let name): "took \(name)'s PIN away"
      case .other: "something else"
      }
    },
    help: [
      "The people of the team: what they are, where they work, whether they have a PIN, on which laptops they were seen.",
      "A supervisor or the office gives roles and villages. A surveyor opens only their own villages; who has none given may go to all.",
      "Everybody sets their own PIN; a supervisor or the office takes a forgotten one away. A PIN keeps honest people apart. It does not protect a stolen disk: for that encrypt the disk.",
      "What someone did without the right to stays in the record, is listed below, and has no effect.",
    ])
}
