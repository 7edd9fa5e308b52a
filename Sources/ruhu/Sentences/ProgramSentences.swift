import Foundation
import Screens

/// What the help of the program itself says.
struct ProgramSentences: Sendable {
  let walk: String
  let play: String
  let playDiscussion: String
  let dataHelp: String
  let deviceHelp: String
  let formsHelp: String
  let villageHelp: String
  let plainHelp: String
  let bordersHelp: String
  let scriptHelp: String
  let sizeHelp: String
  let stylesHelp: String
  let lastOnlyHelp: String
  let noChineseGlyphs: String

  /// In the language of the environment, since help is made before options are read.
  static let here: ProgramSentences =
    Language.preferred(in: ProcessInfo.processInfo.environment) == .chinese ? chinese : english

  static let chinese = ProgramSentences(
    walk: "打开村子,挨家挨户走访(不写命令时就做这个)",
    play: "按按键脚本操作,把屏幕打印出来",
    playDiscussion: "脚本每行是一组按键:文字照打,⏎ 或 {enter} 是回车,^N 是 Ctrl+N,{F6} 是功能键,# 后面是说明。每行之后打印一次屏幕。",
    dataHelp: "数据文件夹(默认 RUHU_DATA,或 ~/.local/share/ruhu/Data)",
    deviceHelp: "本机文件夹,放密钥和设置,不能在数据文件夹里(默认 ~/.config/ruhu)",
    formsHelp: "问卷文件夹(默认 RUHU_FORMS,或安装的问卷)",
    villageHelp: "村的12位区划代码;只有一个村时不用写",
    plainHelp: "一行一行地问答,给读屏软件、简单终端或管道用",
    bordersHelp: "分隔线:ascii 或 line",
    scriptHelp: "按键脚本文件;- 表示标准输入",
    sizeHelp: "屏幕大小,例如 80x24",
    stylesHelp: "连同样式一起打印",
    lastOnlyHelp: "只打印最后一屏",
    noChineseGlyphs: "This console cannot show Chinese; ^L changes the language all the same.")

  static let english = ProgramSentences(
    walk: "Open the village and walk from door to door (what ruhu does without a command)",
    play: "Feed a key script to the screens and print them",
    playDiscussion:
      "Each line of the script is a group of keys: text as it is, ⏎ or {enter} for Enter, ^N for Ctrl+N, {F6} for a function key, # for a remark. The screen is printed after each line.",
    dataHelp: "The data folder (default: RUHU_DATA, or ~/.local/share/ruhu/Data)",
    deviceHelp:
      "The device's folder with its key and settings, not inside the data (default: ~/.config/ruhu)",
    formsHelp: "The folder of forms (default: RUHU_FORMS, or the installed ones)",
    villageHelp: "The village's 12-digit code; not needed when there is only one",
    plainHelp: "Ask line by line: for a screen reader, a simple terminal or a pipe",
    bordersHelp: "Separators: ascii or line",
    scriptHelp: "The file of keys; - is standard input",
    sizeHelp: "The size of the screen, such as 80x24",
    stylesHelp: "Print the styles too",
    lastOnlyHelp: "Print only the last screen",
    noChineseGlyphs: "This console cannot show Chinese; ^L changes the language all the same.")
}
