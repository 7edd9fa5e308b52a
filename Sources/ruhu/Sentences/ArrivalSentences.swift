import RecordFiles
import Screens

/// What is said of a journal's entries that could not be taken in, or not as they came.
struct ArrivalSentences: Sendable {
  let gap: @Sendable (_ has: Int, _ from: Int) -> String
  let unknownBranch: @Sendable (_ at: Int) -> String
  let forked: @Sendable (_ after: Int) -> String
  let unsigned: @Sendable (_ from: Int, _ to: Int) -> String
  let notKept: @Sendable (_ from: Int, _ to: Int) -> String
  let badLine: @Sendable (_ at: Int) -> String
  let wrongHash: @Sendable (_ at: Int) -> String
  let wrongChain: @Sendable (_ at: Int) -> String
  let wrongSequence: @Sendable (_ expected: Int, _ found: Int) -> String
  let wrongLamport: @Sendable (_ at: Int) -> String
  let badBody: @Sendable (_ at: Int) -> String
  let wrongSignature: @Sendable (_ at: Int) -> String
  let cutShort: @Sendable (_ expected: Int, _ found: Int) -> String
  let badOpening: String
  let otherOpening: String
  let wrongKey: String
  let otherScope: String
  let otherWriter: String
  let laterVersion: String
  let damagedHere: String

  /// What was wrong with what came of a journal.
  func sentence(_ kind: ArrivalProblem.Kind) -> String {
    switch kind {
    case .gap(let has, let from): gap(has, from)
    case .unknownBranch(let number): unknownBranch(number)
    case .forked(let number, _): forked(number)
    case .unsigned(let from, let to): unsigned(from, to)
    case .notKept(let from, let to): notKept(from, to)
    case .badLine(let number): badLine(number)
    case .wrongHash(let number): wrongHash(number)
    case .wrongChain(let number): wrongChain(number)
    case .wrongSequence(let expected, let found): wrongSequence(expected, found)
    case .wrongLamport(let number): wrongLamport(number)
    case .badBody(let number): badBody(number)
    case .wrongSignature(let number): wrongSignature(number)
    case .cutShort(let expected, let found): cutShort(expected, found)
    case .badOpening: badOpening
    case .otherOpening: otherOpening
    case .wrongKey: wrongKey
    case .otherScope: otherScope
    case .otherWriter: otherWriter
    case .laterVersion: laterVersion
    case .damagedHere: damagedHere
    }
  }

  static let chinese = ArrivalSentences(
    gap: { "这里有到 \($0) 号,来的从 \($1) 号以后起,中间的还没到,先等着。" },
    unknownBranch: { "\($0) 号以后接不上这里的记录,先等着。" },
    forked: { "\($0) 号以后有两份:那台电脑的硬盘连密钥一起被复制过。两份都留着,都算数。" },
    unsigned: { "\($0) 到 \($1) 号还没有那台电脑的签名,先等着。" },
    notKept: { "\($0) 到 \($1) 号放不下,要再带一次。" },
    badLine: { "\($0) 号不是一条记录,没有收。" },
    wrongHash: { "\($0) 号被改动过,没有收。" },
    wrongChain: { "\($0) 号和前一条接不上,没有收。" },
    wrongSequence: { "应该是 \($0) 号,来的是 \($1) 号,没有收。" },
    wrongLamport: { "\($0) 号的次序不对,没有收。" },
    badBody: { "\($0) 号的内容读不懂,没有收。" },
    wrongSignature: { "\($0) 号的签名不是那台电脑的,没有收。" },
    cutShort: { "应该到 \($0) 号,只来到 \($1) 号。" },
    badOpening: "开头不对,没有收。",
    otherOpening: "和这里的同名记录不是一份:有人冒用了名字。没有收。",
    wrongKey: "公钥和开头写的不一样,没有收。",
    otherScope: "是别的村的记录,没有收。",
    otherWriter: "是别的电脑的记录,没有收。",
    laterVersion: "是新版的 ruhu 写的,这台看不懂。请升级 ruhu。",
    damagedHere: "这里的这份坏了,后面的接不上。请用 ruhu verify 检查。")

  static let english = ArrivalSentences(
    gap: { "up to \($0) is here, what came follows \($1); it waits for what is between." },
    unknownBranch: { "what follows \($0) does not continue what is here; it waits." },
    forked: {
      "behind \($0) there are two: that laptop's disk was copied with its key. Both are kept and count."
    },
    unsigned: { "\($0) to \($1) are not signed by that laptop yet; they wait." },
    notKept: { "no room for \($0) to \($1) to wait; bring them again." },
    badLine: { "number \($0) is no entry; not taken in." },
    wrongHash: { "number \($0) was altered; not taken in." },
    wrongChain: { "number \($0) does not follow the one before; not taken in." },
    wrongSequence: { "number \($0) was due and \($1) came; not taken in." },
    wrongLamport: { "number \($0) is out of order; not taken in." },
    badBody: { "the content of number \($0) cannot be read; not taken in." },
    wrongSignature: { "the signature under number \($0) is not that laptop's; not taken in." },
    cutShort: { "\($0) were due and only \($1) came." },
    badOpening: "does not begin as a journal; not taken in.",
    otherOpening:
      "is not the journal of this name that is here: somebody uses another's name. Not taken in.",
    wrongKey: "its key is not the one it began with; not taken in.",
    otherScope: "belongs to another village; not taken in.",
    otherWriter: "belongs to another laptop; not taken in.",
    laterVersion: "was written by a newer ruhu. Upgrade this one.",
    damagedHere: "the one that is here is damaged, so that nothing can follow it. Run ruhu verify.")
}
