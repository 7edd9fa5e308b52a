import FormEngine

/// The sentences of the plain mode: whole lines, since they are read aloud one by one.
struct PlainStrings: Sendable {
  let welcome: @Sendable (_ village: String) -> String
  let welcomeWithoutVillage: String
  let commands: String
  let whoAreYou: String
  let village: @Sendable (_ number: Int, _ name: String, _ code: String) -> String
  let whichVillage: String
  let noVillages: String
  let notHereYet: String
  let whichDay: @Sendable (_ newest: String) -> String
  /// Of a day before the newest that is recorded: it is believed when it is given again.
  let earlyDay: @Sendable (_ newest: String) -> String
  let whichHousehold: String
  let noneFound: String
  let more: @Sendable (Int) -> String
  let household:
    @Sendable (_ number: String, _ group: String, _ head: String, _ size: Int, _ status: String) ->
      String
  let identity:
    @Sendable (_ head: String, _ number: String, _ group: String, _ serial: String) -> String
  let neighbours: @Sendable (_ before: String, _ after: String) -> String
  let identityChoices: String
  let position: @Sendable (_ section: String, _ number: Int, _ count: Int) -> String
  let noteGoOn: String
  let rosterChoices: String
  let newRowName: String
  let unnamed: String
  let remarkText: String
  let comment: @Sendable (_ text: String) -> String
  let answered: @Sendable (String) -> String
  let fromRegister: @Sendable (String) -> String
  let proposed: @Sendable (String) -> String
  let saidBefore: @Sendable (String) -> String
  let special: @Sendable (Special) -> String
  let requiredOnce: String
  let endTitle: String
  let itemUnanswered: @Sendable (String) -> String
  let itemUnconfirmed: @Sendable (String) -> String
  let itemNumberTaken: @Sendable (_ label: String, _ head: String) -> String
  let itemInvalid: @Sendable (_ label: String, _ message: String) -> String
  let itemWarning: @Sendable (String) -> String
  let endChoices: String
  let endAnyway: String
  let alreadyComplete: String
  let foundChoice: String
  let foundPrompt: String
  let training: String
  let saved: String
  let left: String
  let wait: String
  let syncWhere: String
  let differencesHow: String
  let whichDifference: String
  let formMissing: String
  let notUnderstood: String

  static let chinese = PlainStrings(
    welcome: { "入户 ruhu,\($0)。每个答案输入后立刻存盘。" },
    welcomeWithoutVillage: "入户 ruhu。每个答案输入后立刻存盘。",
    commands:
      "命令:/? 帮助,/b 上一题,/n 下一未答,/e 到结尾,/dk 不清楚,/ref 拒答,/na 不适用,/c 清空,/t 备注或回答批注,/u 撤销,/y 重做,/s 文件夹 同步,/d 看写得不一样的,/l English,/q 离开。空行:确认已有的值,或下一题。",
    whoAreYou: "谁在操作?请输入编号。",
    village: { "\($0)  \($1) \($2)" },
    whichVillage: "去哪个村?请输入编号;/s 文件夹 先同步。",
    noVillages: "队里还没有村。",
    notHereYet: "资料还没收到,先用 /s 文件夹 同步",
    whichDay: { "电脑的时钟慢了,或者别的电脑的快了:已有 \($0) 的记录。今天是哪一天?请输入日期,例如 2026-11-21。" },
    earlyDay: { "已有 \($0) 的记录。如果日期没有错(别的电脑的时钟快了),请再输入一次。" },
    whichHousehold: "去哪一户?输入户号、姓名或拼音首字母;空行列出要去的户。",
    noneFound: "没有找到。",
    more: { "还有 \($0) 户,请输入更多字。" },
    household: { "\($0)号 \($1) \($2) \($3)人 \($4)" },
    identity: { "\($2) \($3)号,户主 \($0),公民身份号码 \($1)。" },
    neighbours: { "邻居:前一户 \($0),后一户 \($1)。" },
    identityChoices: "是这一户吗?1 是,姓名和证件对上了;2 是,邻居确认;3 不是。",
    position: { "\($0),第 \($1) 题,共 \($2) 题。" },
    noteGoOn: "空行继续。",
    rosterChoices: "空行:逐个往下问。+ 加一个人。- 编号 原因:划去一个人,原因 1 去世 2 婚出 3 迁走 4 录错,例如:- 3 1",
    newRowName: "姓名?空行取消。",
    unnamed: "(没有姓名)",
    remarkText: "备注内容?空行取消。",
    comment: { "退回的批注: \($0)  (输入 /t 回答)" },
    answered: { "现在的答案:\($0)" },
    fromRegister: { "登记的是:\($0)。空行表示已当面核对。" },
    proposed: { "先填的是:\($0)。空行表示没错。" },
    saidBefore: { "前面答过:\($0)。这题又要问了,空行表示没变。" },
    special: { special in
      switch special {
      case .dk: "不清楚"
      case .ref: "拒答"
      case .na: "不适用"
      }
    },
    requiredOnce: "这一题必须问。再按一次空行先跳过,以后再答。",
    endTitle: "问卷到头了。",
    itemUnanswered: { "未答:\($0)" },
    itemUnconfirmed: { "未核对:\($0)" },
    itemNumberTaken: { "重号:\($0)与\($1)家相同" },
    itemInvalid: { "不合要求:\($0):\($1)" },
    itemWarning: { "提醒:\($0)" },
    endChoices: "1 完成(或结束本次入户),2 回到第一个没答的,/b 上一题,/q 先离开。",
    endAnyway: "还有没答或没核对的。9 仍然完成,2 回去补问。",
    alreadyComplete: "这一户已完成。要改请写明重新打开的原因;空行返回。",
    foundChoice: "1 看核查结果。",
    foundPrompt: "输入编号,看它的依据和怎样算达标;空行回去选住户。",
    training: "练习: 每答一题就说出核查结果,记录里写明是练习。",
    saved: "已存好。",
    left: "已存好,下次从这里继续。",
    wait: "请稍等。",
    syncWhere: "输入 /s 和文件夹,例如 /s /media/u/USB。",
    differencesHow: "输入 /d 看写得不一样的。",
    whichDifference: "输入编号去定;空行回去。",
    formMissing: "这份问卷用的表在这台电脑上找不到,请把 Forms 文件夹拷来。",
    notUnderstood: "没有看懂,请再输入一次;/? 看帮助。")

  static let english = PlainStrings(
    welcome: { "ruhu, \($0). Every answer is saved as soon as it is entered." },
    welcomeWithoutVillage: "ruhu. Every answer is saved as soon as it is entered.",
    commands:
      "Commands: /? help, /b back, /n next open, /e end, /dk don't know, /ref refused, /na not applicable, /c clear, /t remark or answer to a comment, /u undo, /y redo, /s FOLDER sync, /d what differs, /l 中文, /q leave. An empty line confirms what stands, or goes on.",
    whoAreYou: "Who is at the keyboard? Give the number.",
    village: { "\($0)  \($1) \($2)" },
    whichVillage: "Which village? Give the number; /s FOLDER syncs first.",
    noVillages: "The team has no village yet.",
    notHereYet: "not on this laptop yet: /s FOLDER syncs",
    whichDay: {
      "The clock is behind, or another laptop's is ahead: there are records of \($0). Which day is it? Write it as 2026-11-21."
    },
    earlyDay: {
      "There are records of \($0). If the date is right (another laptop's clock is ahead), write it again."
    },
    whichHousehold:
      "Which household? Number, name or pinyin initials; an empty line lists those to visit.",
    noneFound: "None found.",
    more: { "\($0) more; type more letters." },
    household: { "No. \($0) \($1) \($2), \($3) people, \($4)" },
    identity: { "\($2) No. \($3), head \($0), citizen number \($1)." },
    neighbours: { "Neighbours: before \($0), after \($1)." },
    identityChoices:
      "Is it this household? 1 yes, name and card agree; 2 yes, neighbours say so; 3 no.",
    position: { "\($0), question \($1) of \($2)." },
    noteGoOn: "An empty line goes on.",
    rosterChoices:
      "Empty line: ask about each in turn. + adds a person. - NUMBER REASON strikes one out, reason 1 died 2 married out 3 moved 4 entered by mistake, such as: - 3 1",
    newRowName: "Name? An empty line cancels.",
    unnamed: "(no name)",
    remarkText: "The remark? An empty line cancels.",
    comment: { "Comment of whoever returned it: \($0)  (/t answers it)" },
    answered: { "The answer now: \($0)" },
    fromRegister: { "The register says: \($0). An empty line confirms that it was said." },
    proposed: { "Filled in beforehand: \($0). An empty line says that it is right." },
    saidBefore: {
      "Answered before: \($0). It is asked again; an empty line means that it still holds."
    },
    special: { special in
      switch special {
      case .dk: "don't know"
      case .ref: "refused"
      case .na: "not applicable"
      }
    },
    requiredOnce: "This must be asked. Another empty line skips it for now.",
    endTitle: "This is the end of the interview.",
    itemUnanswered: { "Unanswered: \($0)" },
    itemUnconfirmed: { "From the register, not confirmed: \($0)" },
    itemNumberTaken: { "\($0): the same as \($1)'s" },
    itemInvalid: { "Not allowed: \($0): \($1)" },
    itemWarning: { "Mind: \($0)" },
    endChoices: "1 complete (or end this visit), 2 to the first open question, /b back, /q leave.",
    endAnyway:
      "Some questions are open or not confirmed. 9 complete all the same, 2 go back and ask.",
    alreadyComplete:
      "This household is complete. To change it give the reason for opening it again; an empty line goes back.",
    foundChoice: "1 what was found.",
    foundPrompt:
      "A number tells what a line rests on and what would make it met; an empty line goes back.",
    training: "Training: findings are told after each answer, and the record says so.",
    saved: "Saved.",
    left: "Saved; next time it goes on from here.",
    wait: "Please wait.",
    syncWhere: "Type /s and the folder, such as /s /media/u/USB.",
    differencesHow: "Type /d to see what differs.",
    whichDifference: "Give a number to decide; an empty line goes back.",
    formMissing:
      "The form of this interview is not on this laptop; copy the Forms folder here.",
    notUnderstood: "Not understood; try again. /? for help.")
}
