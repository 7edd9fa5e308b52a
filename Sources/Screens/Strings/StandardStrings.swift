/// The sentences of the standard of a village.
struct StandardStrings: Sendable {
  let title: String
  let chooseOverlay: String
  let chooseProfile: String
  /// What the choice does, and how it stands now.
  let chooseTraining: @Sendable (_ isOn: Bool) -> String
  let none: String
  let back: String
  let whichOverlay: String
  let whichProfile: String
  /// An overlay or a profile with its year and file, where they are known.
  let listed: @Sendable (_ label: String, _ year: String, _ file: String) -> String
  let national: String
  let ownProfile: String
  let confirm: @Sendable (_ label: String) -> String
  let fromNowOn: String
  let keep: String
  let isInForce: String
  let chosen: String
  let training: @Sendable (_ isOn: Bool) -> String
  let trainingSet: @Sendable (_ isOn: Bool) -> String
  let help: [String]

  // MARK: What is in force

  let noStandard: String
  let measuredBy: @Sendable (_ standard: String, _ title: String) -> String
  let overlay: @Sendable (String) -> String
  let profile: @Sendable (String) -> String
  let unsetTitle: String
  let numbersTitle: String
  let referencesTitle: String
  let notSet: String
  let notHere: String
  let value: @Sendable (_ value: String, _ unit: String) -> String
  let number:
    @Sendable (_ label: String, _ value: String, _ year: String, _ setter: String) -> String

  static let chinese = StandardStrings(
    title: "这个村的标准",
    chooseOverlay: "换地方标准",
    chooseProfile: "换政策口径",
    chooseTraining: { "边问边显示核查结果(练习用): 现在\($0 ? "开着" : "关着")" },
    none: "这里没有可换的",
    back: "回去",
    whichOverlay: "用哪个地方标准",
    whichProfile: "用哪个政策口径",
    listed: { label, year, file in
      label + (year.isEmpty ? "" : " \(year)年") + (file.isEmpty ? "" : "  \(file)")
    },
    national: "只用全国标准",
    ownProfile: "问卷自带的口径",
    confirm: { "改用: \($0)?" },
    fromNowOn: "是。新开的问卷照它判断;已经开始的问卷还按原来的",
    keep: "不改",
    isInForce: "现在用的就是它。",
    chosen: "已改,记在记录里。新开的问卷照它判断。",
    training: { isOn in
      isOn ? "打开: 每答一题就显示核查结果,记录里写明是练习" : "关上: 问完这一户才显示核查结果"
    },
    trainingSet: { $0 ? "已打开练习方式,全队都一样。" : "已关上,问完才显示核查结果。" },
    help: [
      "这里写着这个村照什么判断达标不达标: 地方标准、政策口径、每一个数和它的年份、出处、谁定的。",
      "换标准只管以后新开的问卷,已经开始的还按原来的。地方标准只会更严,不会放松。",
      "钱的线每年由县里定,没有设定的,要用它的规则不作判断,也不算达标。",
      "县里自己的标准文件放在数据文件夹的 overlays 里,这里就能选。文件有错就还用原来的,上面会写是哪里错。",
      "练习时可以边问边显示核查结果;正式调查要关上,免得看着标准答题。",
    ],
    noStandard: "这份问卷没有写标准。",
    measuredBy: { "\($0)" + ($1.isEmpty ? "" : ": \($1)") },
    overlay: { "地方标准: \($0)" },
    profile: { "政策口径: \($0)" },
    unsetTitle: "县里还要设定的线",
    numbersTitle: "标准里的数(没写谁定的,就是全国标准)",
    referencesTitle: "参考的数(只看,不用来判断)",
    notSet: "未设定",
    notHere: "这里不用",
    value: { value, unit in
      switch value {
      case "yes": "是"
      case "no": "否"
      default: measured(value, unit)
      }
    },
    number: { label, value, year, setter in
      "\(label): \(value)" + (year.isEmpty ? "" : "  \(year)年")
        + (setter.isEmpty ? "" : "  (\(setter)定的)")
    })

  static let english = StandardStrings(
    title: "This village's standard",
    chooseOverlay: "Choose another regional overlay",
    chooseProfile: "Choose another policy profile",
    chooseTraining: { "Show findings during the interview (training): now \($0 ? "on" : "off")" },
    none: "there is no other one here",
    back: "Back",
    whichOverlay: "Which overlay",
    whichProfile: "Which profile",
    listed: { label, year, file in
      label + (year.isEmpty ? "" : ", \(year)") + (file.isEmpty ? "" : "  \(file)")
    },
    national: "The national standard alone",
    ownProfile: "The form's own profile",
    confirm: { "Change to: \($0)?" },
    fromNowOn: "Yes. New interviews from now on; those already begun keep theirs",
    keep: "No, change nothing",
    isInForce: "That is the one in force.",
    chosen: "Changed and recorded. New interviews are judged by it.",
    training: { isOn in
      isOn
        ? "Switch on: findings are shown after each answer, and the record says so"
        : "Switch off: findings are shown when the interview is complete"
    },
    trainingSet: {
      $0 ? "Training is on, for the whole team." : "Off: findings are shown at the end."
    },
    help: [
      "This is what met means in this village: the regional overlay, the policy profile, every number with its year, where it comes from and who set it.",
      "A change holds for interviews begun from now on; those already begun keep theirs. An overlay can only tighten the standard.",
      "The county sets the lines of money every year. Where one is not set the rules that need it do not judge, and nothing passes by it.",
      "A county puts its own file into the folder overlays of the data; then it can be chosen here. Where a file is wrong the last good one stays in use, and it says above what is wrong.",
      "For training, findings can be shown during the interview. Switch it off for the survey: a threshold in sight steers the answers.",
    ],
    noStandard: "This form has no standard.",
    measuredBy: { "\($0)" + ($1.isEmpty ? "" : ": \($1)") },
    overlay: { "Regional overlay: \($0)" },
    profile: { "Policy profile: \($0)" },
    unsetTitle: "Lines that the county has yet to set",
    numbersTitle: "The numbers of the standard (national where nobody is named)",
    referencesTitle: "Amounts to compare with; no rule reads them",
    notSet: "not set",
    notHere: "not used here",
    value: measured,
    number: { label, value, year, setter in
      "\(label): \(value)" + (year.isEmpty ? "" : ", \(year)")
        + (setter.isEmpty ? "" : "  (set by \(setter))")
    })

  /// A number with its unit; of what is no number the unit only tells what it can be.
  @Sendable private static func measured(_ value: String, _ unit: String) -> String {
    Double(value) == nil || unit.isEmpty ? value : "\(value) \(unit)"
  }
}
