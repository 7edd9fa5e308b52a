/// The sentences of erasing, and of how an answer came about.
struct ErasureStrings: Sendable {
  let title: String
  let erase: String
  let back: String
  let looking: String
  let mayNot: String
  let count: @Sendable (_ entries: Int) -> String
  let also: String
  let whatGoes: String
  let whatStays: String
  let reasonTitle: String
  let reasonHint: String
  let sure: String
  let yes: String
  let no: String
  let erased: @Sendable (_ entries: Int) -> String
  let help: [String]
  let historyTitle: String
  let noHistory: String
  let eraseThis: String
  let nothing: String
  let change: @Sendable (_ before: String, _ after: String) -> String
  let remarked: @Sendable (String) -> String
  let historyHelp: [String]

  static let chinese = ErasureStrings(
    title: "删除内容",
    erase: "删除,到处都删",
    back: "不删,回去",
    looking: "正在看有多少",
    mayNot: "别人写的要督导或办公室来删,自己只能删自己写的",
    count: { "\($0) 条记录的内容。" },
    also: "和它一起记下的也会删:",
    whatGoes: "会删掉:答案、姓名、备注的内容,在这台电脑、第二份和优盘上自己的文件里;同步以后别的电脑上也删。",
    whatStays:
      "留下的:什么时候、谁、哪台电脑写过这些记录(没有内容)。够不着的:以前的备份、打好的包、抄走的文件和印出来的纸,请自己处理。",
    reasonTitle: "为什么删",
    reasonHint: "例如 本人撤回同意。按 Enter。",
    sure: "删了就找不回来。确实要删吗?",
    yes: "确实要删",
    no: "不删",
    erased: { "已删除 \($0) 条记录的内容。" },
    help: [
      "录错了人、本人撤回同意、法律要求时,把内容删掉。一般的改正不用删:改了答案,原来的也留着查。",
      "督导和办公室的人什么都能删,调查员只能删全是自己写的。",
    ],
    historyTitle: "这题的经过",
    noHistory: "这题还没有记录",
    eraseThis: "删除这一条",
    nothing: "(空)",
    change: { "\($0) -> \($1)" },
    remarked: { "备注: \($0)" },
    historyHelp: ["这题每一次是谁、什么时候、从什么改成什么。选一条可以把它的内容删掉,先会说清楚删什么。"])

  static let english = ErasureStrings(
    title: "Erase",
    erase: "Erase it, everywhere",
    back: "Keep it, go back",
    looking: "looking how much it is",
    mayNot: "what others wrote is for a supervisor or the office",
    count: { "The contents of \($0) \($0 == 1 ? "entry" : "entries")." },
    also: "What was written down with it goes too:",
    whatGoes:
      "What goes: answers, names and remarks, on this laptop, in its second copy and in its own files on sticks; with the next sync on the other laptops too.",
    whatStays:
      "What stays: when, by whom and on which laptop it was written, without contents. Out of reach: earlier backups, parcels, copied files and printed paper; see to those yourself.",
    reasonTitle: "Why is it erased",
    reasonHint: "Such as: consent withdrawn. Then Enter.",
    sure: "It cannot be brought back. Erase it?",
    yes: "Erase it",
    no: "Keep it",
    erased: { "The contents of \($0) \($0 == 1 ? "entry" : "entries") are erased." },
    help: [
      "For somebody entered by mistake, for consent withdrawn, for what the law demands. To put something right nothing needs erasing: an answer that is changed leaves the former one in the record.",
      "Supervisors and the office may erase anything, a surveyor what only they themselves wrote.",
    ],
    historyTitle: "How it came about",
    noHistory: "nothing is recorded here yet",
    eraseThis: "erase this one",
    nothing: "(empty)",
    change: { "\($0) -> \($1)" },
    remarked: { "remark: \($0)" },
    historyHelp: [
      "Who answered this, when, from what to what. Choosing a line leads to erasing what it says; first it is told what goes."
    ])
}
