import Foundation
import Screens

/// What is said about reports that are made, checked or refused; what stands in them is said by Reports.
struct ReportSentences: Sendable {
  let codesHelp: String
  let formatHelp: String
  let outHelp: String
  let asOfHelp: String
  let tableHelp: String
  let plainCSVHelp: String
  let encodingHelp: String
  let verifyHelp: String
  let noForm: String
  let written: @Sendable (_ path: String) -> String
  let notADay: @Sendable (_ text: String) -> String
  let noSuchTable: @Sendable (_ name: String, _ tables: [String]) -> String
  let verifyAlone: String
  let notAReport: @Sendable (_ path: String) -> String
  let otherVersion: @Sendable (_ path: String) -> String
  let absentSource: @Sendable (_ village: String, _ writer: String, _ entries: Int) -> String
  let same: @Sendable (_ path: String) -> String
  let sameLess: @Sendable (_ path: String, _ erased: Int) -> String
  let differentByErasure: @Sendable (_ path: String, _ erased: Int) -> String
  let different: @Sendable (_ path: String, _ count: Int) -> String
  let difference:
    @Sendable (
      _ table: String, _ row: Int, _ column: String, _ before: String, _ now: String
    ) -> String

  static func of(_ language: Language) -> ReportSentences {
    language == .chinese ? chinese : english
  }

  /// Those of the person's language, for help.
  static let here = of(Language.preferred(in: ProcessInfo.processInfo.environment))

  static let chinese = ReportSentences(
    codesHelp: "村代码,12 位数字,可以几个;只有一个村时可不写",
    formatHelp: "text(文本)、csv、json 或 html;不写时按文件名",
    outHelp: "写到这个文件;不写时打印出来",
    asOfHelp: "只算到这一天为止写下的记录,如 2026-11-21",
    tableHelp: "只写这一张表(csv)",
    plainCSVHelp: "CSV 开头不加 Excel 用的标记",
    encodingHelp: "CSV 的编码:marked、plain 或 gb18030",
    verifyHelp: "用同样的记录重算这份 JSON 报告,看是否一字不差",
    noForm: "没有可用的调查表,无法说明各方面的结论。请用 --forms 指出调查表所在的文件夹。",
    written: { "已写入 \($0)。" },
    notADay: { "“\($0)”不是日期。请写成 2026-11-21 这样。" },
    noSuchTable: { name, tables in
      "没有“\(name)”这张表。有这些:\(tables.joined(separator: "、"))。"
    },
    verifyAlone: "--verify 已经说明了是哪些村,请不要再写村代码。",
    notAReport: { "\($0):不是 ruhu report 写出的完成情况 JSON。" },
    otherVersion: { "\($0):是另一版本的 ruhu 写出的报告,不能用这一版重算。" },
    absentSource: { village, writer, entries in
      "不同:报告用到了村 \(village) 的记录 \(writer) 的前 \(entries) 条,这台电脑上没有这些,或内容不同。请先同步。"
    },
    same: { "\($0):一字不差。" },
    sameLess: { "\($0):一字不差;其后有 \($1) 条记录的内容已被清除。" },
    differentByErasure: { "\($0):其后有 \($1) 条记录的内容已被清除,因此有这些不同:" },
    different: { "\($0):有 \($1) 处不同:" },
    difference: { table, row, column, before, now in
      let place = table.isEmpty ? "数字" : "表 \(table)"
      return "  \(place) 第 \(row) 行\(column.isEmpty ? "" : " \(column)"):原为 "
        + "\(before.isEmpty ? "(无)" : before),现为 \(now.isEmpty ? "(无)" : now)"
    })

  static let english = ReportSentences(
    codesHelp: "Codes of villages, 12 digits each; may be left out where there is one village",
    formatHelp: "text, csv, json or html; else as the file's name says",
    outHelp: "Write to this file; else it is printed",
    asOfHelp: "Only what was written up to this day, such as 2026-11-21",
    tableHelp: "Only this table (csv)",
    plainCSVHelp: "Begin the CSV without the mark that Excel wants",
    encodingHelp: "The encoding of the CSV: marked, plain or gb18030",
    verifyHelp: "Make this JSON report again from the same record and say whether it is the same",
    noForm:
      "No form can be used, so the domains cannot be told. Name the forms' folder by --forms.",
    written: { "Written to \($0)." },
    notADay: { "'\($0)' is no day. Write it like 2026-11-21." },
    noSuchTable: { name, tables in
      "There is no table '\(name)'. There are: \(tables.joined(separator: ", "))."
    },
    verifyAlone: "--verify knows which villages are meant: give no codes with it.",
    notAReport: { "\($0): is no JSON of completion that ruhu report wrote." },
    otherVersion: {
      "\($0): was written by another version of ruhu and cannot be made again by this one."
    },
    absentSource: { village, writer, entries in
      "Different: the report was made of the first \(entries) entries of journal \(writer) of village "
        + "\(village), which are not here, or say something else. Sync first."
    },
    same: { "\($0): the same." },
    sameLess: { "\($0): the same; since then what \($1) entries said was erased." },
    differentByErasure: {
      "\($0): since then what \($1) entries said was erased; so it differs in:"
    },
    different: { "\($0): differs in \($1) \($1 == 1 ? "place" : "places"):" },
    difference: { table, row, column, before, now in
      let place = table.isEmpty ? "figures" : "table \(table)"
      return "  \(place), row \(row)\(column.isEmpty ? "" : ", \(column)"): was "
        + "\(before.isEmpty ? "(nothing)" : before), is \(now.isEmpty ? "(nothing)" : now)"
    })
}
