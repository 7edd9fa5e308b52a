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
  let needsFile: @Sendable (_ format: String) -> String
  let noPrinter: @Sendable (_ path: String) -> String
  let otherPrinter: @Sendable (_ path: String) -> String
  let printerEnded: @Sendable (_ path: String) -> String
  let noGlyphs: @Sendable (_ points: [String], _ count: Int) -> String
  let tooLarge: @Sendable (_ table: String) -> String
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
    formatHelp: "text(文本)、csv、json、html、xlsx 或 pdf;不写时按文件名",
    outHelp: "写到这个文件;不写时打印出来",
    asOfHelp: "只算到这一天为止写下的记录,如 2026-11-21",
    tableHelp: "只写这一张表(csv)",
    plainCSVHelp: "CSV 开头不加 Excel 用的标记",
    encodingHelp: "CSV 的编码:marked、plain 或 gb18030",
    verifyHelp: "用同样的记录重算这份 JSON 报告,看是否一字不差",
    noForm: "没有可用的调查表,无法说明各方面的结论。请用 --forms 指出调查表所在的文件夹。",
    written: { "已写入 \($0)。" },
    needsFile: { "\($0) 要写到文件里。请加上 --out 文件名。" },
    noPrinter: { "缺少 \($0),不能写 XLSX 和 PDF;其他格式都可以用。请用 make install 把 ruhu 和 ruhu-print 装在一起。" },
    otherPrinter: { "\($0) 与 ruhu 不是同一版本,不能写 XLSX 和 PDF。请用 make install 重新安装。" },
    printerEnded: { "\($0) 没有写完就停了,没有留下文件。请再试一次。" },
    noGlyphs: { points, count in
      "没有写出 PDF:这台电脑的字体里缺 \(count) 个字(\(points.joined(separator: "、"))"
        + "\(count > points.count ? " 等" : ""))。请安装中文字体,如 sudo apt-get install fonts-noto-cjk;"
        + "很少见的字再装 fonts-hanazono;或者改用 html、xlsx。"
    },
    tooLarge: { "“\($0)”的行或列太多,一张工作表放不下。请改用 csv。" },
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
    formatHelp: "text, csv, json, html, xlsx or pdf; else as the file's name says",
    outHelp: "Write to this file; else it is printed",
    asOfHelp: "Only what was written up to this day, such as 2026-11-21",
    tableHelp: "Only this table (csv)",
    plainCSVHelp: "Begin the CSV without the mark that Excel wants",
    encodingHelp: "The encoding of the CSV: marked, plain or gb18030",
    verifyHelp: "Make this JSON report again from the same record and say whether it is the same",
    noForm:
      "No form can be used, so the domains cannot be told. Name the forms' folder by --forms.",
    written: { "Written to \($0)." },
    needsFile: { "\($0) is written to a file: name it by --out." },
    noPrinter: {
      "\($0) is missing, so XLSX and PDF cannot be written; the other formats can. Install ruhu and "
        + "ruhu-print together by make install."
    },
    otherPrinter: {
      "\($0) is of another version than ruhu, so XLSX and PDF cannot be written. Install both anew by "
        + "make install."
    },
    printerEnded: { "\($0) ended before it was done; no file is left. Try again." },
    noGlyphs: { points, count in
      "No PDF was written: the fonts of this computer lack \(count) "
        + "\(count == 1 ? "character" : "characters") (\(points.joined(separator: ", "))"
        + "\(count > points.count ? ", …" : "")). Install a Chinese font, such as by sudo apt-get install "
        + "fonts-noto-cjk, for rare characters fonts-hanazono too; or write html or xlsx."
    },
    tooLarge: { "'\($0)' has more rows or columns than a sheet holds. Use csv." },
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
