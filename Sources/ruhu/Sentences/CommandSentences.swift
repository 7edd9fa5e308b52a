import Foundation
import Screens

/// What the help of the commands says.
struct CommandSentences: Sendable {
  let ruhu: String
  let langHelp: String
  let codeHelp: String
  let codeOrAllHelp: String
  let village: String
  let villageNew: String
  let villageList: String
  let villageNameHelp: String
  let roundHelp: String
  let personHelp: String
  let actorHelp: String
  let importRegister: String
  let registerHelp: String
  let mappingHelp: String
  let dryRunHelp: String
  let report: String
  let formatHelp: String
  let log: String
  let householdHelp: String
  let auditHelp: String
  let verify: String
  let rebuild: String
  let backup: String
  let backupHelp: String
  let restore: String
  let restoreHelp: String
  let replacingHelp: String
  let secondCopy: String
  let secondCopyActHelp: String
  let secondCopyFolderHelp: String
  let secondCopyUsage: String
  let form: String
  let formCheck: String
  let checkOverlayHelp: String
  let formRun: String
  let formBasis: String
  let formCases: String
  let casesHelp: String
  let caseBaseHelp: String
  let overlayFileHelp: String
  let profileFileHelp: String
  let setHelp: String
  let check: String
  let levelHelp: String
  let domainHelp: String
  let groupHelp: String
  let departmentHelp: String
  let ruleHelp: String
  let withHelp: String
  let standard: String
  let standardCodeHelp: String
  let overlayHelp: String
  let profileHelp: String
  let standardUsage: String
  let team: String
  let teamFindings: String
  let whenHelp: String
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
    codeHelp: "村代码,12 位数字",
    codeOrAllHelp: "村代码;不写就是所有的村",
    village: "村:新建、列出",
    villageNew: "新建一个村",
    villageList: "列出这里的村",
    villageNameHelp: "村名",
    roundHelp: "入户类型,例如 base(首访普查)",
    personHelp: "登记一个人员;可以写多次",
    actorHelp: "您是谁(姓名,或姓名开头);不写就是这台电脑上次选的人",
    importRegister: "导入住户花名册(CSV);有任何问题就一户也不导入",
    registerHelp: "花名册,CSV 文件,一人一行",
    mappingHelp: "对照文件:别的标题和词对应我们的哪一项(JSON)",
    dryRunHelp: "只检查,不写入",
    report: "打印一个村的完成情况和达标情况,按组",
    formatHelp: "text(文本)、csv 或 json",
    log: "打印一户从头到尾的经过",
    householdHelp: "户序号、户主姓名或户的标识",
    auditHelp: "改为打印访谈的 ODK audit.csv",
    verify: "检查全部记录:每一行、前后连接、签名和派生文件",
    rebuild: "从记录重新生成派生文件",
    backup: "备份全部数据,并逐个核对",
    backupHelp: "备份到哪个文件夹(要空的或没有的)",
    restore: "用备份或第二份恢复数据;原来的数据留在旁边",
    restoreHelp: "备份所在的文件夹",
    replacingHelp: "现有数据有备份里没有的记录时,也照样恢复",
    secondCopy: "第二份:自动抄到另一个文件夹或优盘",
    secondCopyActHelp: "set(设)、now(现在就抄)、off(不要了)或 status(看看)",
    secondCopyFolderHelp: "第二份放在哪个文件夹",
    secondCopyUsage: "set 后面要写一个文件夹;别的后面不写。",
    form: "检查和试填问卷",
    formCheck: "检查问卷和地方标准有没有错,按文件、工作表、行、列列出",
    checkOverlayHelp: "只检查这一份地方标准(文件),加在问卷上看",
    formRun: "不开界面,按步骤填一份问卷,把结果打印成 JSON",
    formBasis: "打印每道题、每条规则、每个数字的依据",
    formCases: "逐条判断一张情况表,看和表里写的是不是一致",
    casesHelp: "情况表(CSV),例如 Forms/household/cases.csv",
    caseBaseHelp: "基准住户的表(默认用情况表旁边的 cases-base.csv,再用问卷旁边的)",
    overlayFileHelp: "合上哪个地方补充:名称,或它的文件",
    profileFileHelp: "按哪个政策口径:名称,或它的文件",
    setHelp: "试用一个参数的值,例如 par_fetch_min=15;可以写多次",
    check: "列出全村的核查结果;也可以先试一条规则",
    levelHelp: "只列这一级:red(红)、yellow(黄)或 info(提示)",
    domainHelp: "只列这一方面,例如 water 或“饮水安全”",
    groupHelp: "只列这个组",
    departmentHelp: "只列这个部门负责的,例如 wat 或“水利”",
    ruleHelp: "只试这一条规则,没启用的也行;什么也不记录",
    withHelp: "试用另一个地方补充:名称,或它的文件;national 表示只用全国标准;什么也不记录",
    standard: "看一个村用的标准,或改用别的;不写村代码就列出这里有的",
    standardCodeHelp: "村代码,12 位数字;不写就列出这里有的地方补充和口径",
    overlayHelp: "本村用哪个地方补充;national 表示只用全国标准",
    profileHelp: "本村用哪个政策口径;form 表示用问卷自带的",
    standardUsage: "--overlay 和 --profile 前面要写村代码。",
    team: "队伍的约定",
    teamFindings: "核查结果什么时候给调查员看",
    whenHelp: "at-once(培训:边问边看)或 at-end(问完再看);不写就看现在的",
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
    codeHelp: "The village's code, 12 digits",
    codeOrAllHelp: "The village's code; without it all villages",
    village: "Villages: begin one, list them",
    villageNew: "Begin a village",
    villageList: "List the villages that are here",
    villageNameHelp: "The village's name",
    roundHelp: "The kind of round, such as base",
    personHelp: "Someone who joins the team; may be given several times",
    actorHelp:
      "Who you are (the name, or how it begins); by default whoever was last chosen on this laptop",
    importRegister: "Bring in a register of households (CSV): all of it, or nothing",
    registerHelp: "The register, a CSV file with one row for each member",
    mappingHelp: "A file that says which of our fields other titles and words are (JSON)",
    dryRunHelp: "Check only, write nothing",
    report: "Print how far a village is and how many households meet the standard, by group",
    formatHelp: "text, csv or json",
    log: "Print a household's history",
    householdHelp: "The household's serial, its head's name or its identity",
    auditHelp: "Print ODK's audit.csv of its interview instead",
    verify: "Check every line, chain and signature, and the derived files",
    rebuild: "Make the derived files again from the journals",
    backup: "Back all data up and read the copy back",
    backupHelp: "The folder to back up to, empty or not there yet",
    restore: "Put a backup or second copy in the place of the data, which is kept beside",
    restoreHelp: "The folder of the backup",
    replacingHelp: "Also when the data has entries that the backup has not",
    secondCopy: "A second copy that follows by itself, in another folder or on a stick",
    secondCopyActHelp: "set, now, off or status",
    secondCopyFolderHelp: "The folder of the second copy",
    secondCopyUsage: "A folder is given with set, and with nothing else.",
    form: "Check a questionnaire or try it out",
    formCheck:
      "List the faults of a questionnaire and of its overlays by file, sheet, row and column",
    checkOverlayHelp: "Check only this overlay (a file), merged into the questionnaire",
    formRun: "Fill a questionnaire step by step without a screen and print the result as JSON",
    formBasis: "Print on what every question, rule and number rests",
    formCases: "Judge a table of cases one by one and compare with what it says",
    casesHelp: "A table of cases (CSV), such as Forms/household/cases.csv",
    caseBaseHelp:
      "The table of the base household (default: cases-base.csv beside the cases, else beside the form)",
    overlayFileHelp: "The overlay to merge in: its name, or its file",
    profileFileHelp: "The policy profile to merge in: its name, or its file",
    setHelp: "A parameter's value to be tried: par_fetch_min=15; may be given several times",
    check: "List what was found in a village, or try a rule before it is switched on",
    levelHelp: "Only this level: red, yellow or info",
    domainHelp: "Only this domain, such as water",
    groupHelp: "Only this group",
    departmentHelp: "Only what this department is in charge of, such as wat",
    ruleHelp: "Try this rule alone, also one that is off; nothing is recorded",
    withHelp: "Try another overlay: its name, its file, or national; nothing is recorded",
    standard: "Show the standard of a village, or choose another; without a code list what is here",
    standardCodeHelp: "The village's code, 12 digits; without it overlays and profiles are listed",
    overlayHelp: "The overlay that is to hold in the village; national for none",
    profileHelp: "The policy profile that is to hold in the village; form for its own",
    standardUsage: "--overlay and --profile need the village's code before them.",
    team: "What the team has agreed on",
    teamFindings: "When surveyors are shown what was found",
    whenHelp: "at-once (training: during the interview) or at-end; without it what holds now",
    formHelp: "A form's folder, or the form.json in it",
    stepsHelp: "A file of steps (tab-separated or JSON); - is standard input",
    formLangHelp: "The form's language, such as \"English (en)\", or just en",
    todayHelp: "The date that today() gives, such as 2024-05-15",
    nowHelp: "The moment that now() gives, such as 2024-05-15T10:11:12.000Z",
    randomHelp: "The number that random() gives, from 0 to 1",
    zoneHelp: "The time zone, such as UTC or +08:00")
}
