import Foundation

/// What the help of the commands says.
struct CommandSentences: Sendable {
  let ruhu: String
  let langHelp: String
  let form: String
  let formCheck: String
  let formRun: String
  let formHelp: String
  let stepsHelp: String
  let formLangHelp: String
  let todayHelp: String
  let nowHelp: String
  let randomHelp: String
  let zoneHelp: String

  /// In the language of the environment, since help is made before options are read.
  static let here = of(Language.preferred(in: ProcessInfo.processInfo.environment))

  static func of(_ language: Language) -> CommandSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = CommandSentences(
    ruhu: "入户:挨家挨户走访调查,不用网络。",
    langHelp: "提示语言:zh 或 en(默认看 RUHU_LANG,再看系统语言)",
    form: "检查和试填问卷",
    formCheck: "检查问卷有没有错,按工作表、行、列列出",
    formRun: "不开界面,按步骤填一份问卷,把结果打印成 JSON",
    formHelp: "问卷文件夹,或其中的 form.json",
    stepsHelp: "步骤文件(制表符分隔或 JSON);- 表示标准输入",
    formLangHelp: "问卷的语言,例如“中文 (zh)”,也可以只写 zh",
    todayHelp: "today() 的日期,例如 2024-05-15",
    nowHelp: "now() 的时刻,例如 2024-05-15T10:11:12.000Z",
    randomHelp: "random() 的值,0 到 1 之间",
    zoneHelp: "时区,例如 UTC 或 +08:00")

  static let english = CommandSentences(
    ruhu: "Survey households from door to door, without a network.",
    langHelp: "Language of messages: zh or en (default: RUHU_LANG, then the locale)",
    form: "Check a questionnaire or try it out",
    formCheck: "List a questionnaire's faults by sheet, row and column",
    formRun: "Fill a questionnaire step by step without a screen and print the result as JSON",
    formHelp: "A form's folder, or the form.json in it",
    stepsHelp: "A file of steps (tab-separated or JSON); - is standard input",
    formLangHelp: "The form's language, such as \"English (en)\", or just en",
    todayHelp: "The date that today() gives, such as 2024-05-15",
    nowHelp: "The moment that now() gives, such as 2024-05-15T10:11:12.000Z",
    randomHelp: "The number that random() gives, from 0 to 1",
    zoneHelp: "The time zone, such as UTC or +08:00")
}
