import Fieldwork
import FormEngine
import Station

extension Strings {
  /// The sentences in Chinese.
  static let chinese = Strings(
    command: { command in
      switch command {
      case .next: "下一题"
      case .previous: "上一题"
      case .sectionBack: "上一节"
      case .sectionForward: "下一节"
      case .nextUnanswered: "下一未答"
      case .special: "不清楚/拒答"
      case .remark: "备注"
      case .goTo: "跳到"
      case .menu: "菜单"
      case .undo: "撤销"
      case .redo: "重做"
      case .cancel: "返回"
      case .help: "帮助"
      case .leave: "离开"
      case .language: "English"
      case .blank: "遮住屏幕"
      case .person: "换人"
      case .day: "今天"
      case .suspend: "暂时回到命令行"
      case .repaint: "重画屏幕"
      case .carry: "同上一户"
      case .clear: "清空"
      case .readBack: "念一遍"
      case .addRow: "加人"
      case .removeRow: "划去"
      case .filter: "筛选"
      case .order: "排序"
      case .group: "选小组"
      case .status: "选状态"
      case .enrol: "登记新户"
      case .move: "改到别的户"
      case .reopen: "重新打开"
      case .stillHold: "前面答过的都没变"
      case .visits: "结束本次入户"
      case .village: "换村"
      case .found: "核查结果"
      case .verdict: "选结论"
      case .standard: "看标准"
      case .sync: "同步"
      case .conflicts: "看写得不一样的"
      case .devices: "电脑和人员"
      case .takeAway: "我带走这一户"
      case .giveBack: "交回这一户"
      case .erase: "删除内容"
      case .history: "这题的经过"
      case .review: "审核"
      case .approve: "通过"
      case .comment: "给一道题写批注"
      case .commentWhole: "给整份写批注"
      case .returnInterview: "退回"
      case .unapprove: "撤销通过"
      case .nextHousehold: "下一户"
      case .approveMany: "一起通过"
      case .dropComments: "不要写好的批注"
      case .assign: "派户"
      case .ledger: "问题台账"
      case .ledgerView: "换一张单"
      case .newIssue: "登记问题"
      case .assignIssue: "交办"
      case .beginIssue: "开始整改"
      case .reportIssue: "报告整改完成"
      case .sendBack: "退回整改"
      case .strikeOff: "销号"
      case .reopenIssue: "重新打开"
      case .describeIssue: "改类别、来源、原因"
      case .reask: "到这一户再问"
      case .similar: "同类问题"
      }
    },
    confirm: "确定",
    allIsSeen: "都在屏幕上了",
    noSuchNumber: { "没有 \($0) 这个编号,没有选。请看前面的编号。" },
    burstRefused: "几个字一起来的,没有收。请一个一个地按。",
    enterRefused: "刚才的编号没有收,所以这次 Enter 也不算。请重新选。",
    close: "看完了",
    menuTitle: "这里能做的事",
    helpTitle: "帮助",
    keysTitle: "按键",
    quitQuestion: "退出入户程序?答案都已存好。",
    quitChoices: "1 退出   2 不退出",
    blankHint: "按 Enter 继续 / press Enter to go on",
    tooSmall: { "窗口太小:需要 80x24,现在是 \($0)。放大窗口就能继续,什么都没有丢。" },
    fault: { fault in
      switch fault {
      case .diskFull: "没有存上:磁盘已满。请删去别的文件腾出空间,再答一次。"
      case .readOnly: "没有存上:数据文件夹不能写。请检查权限或换一个文件夹。"
      case .syncFailed: "没有存上:磁盘没有确认写入。请再答一次;若再出现,请马上备份到U盘。"
      case .failed(let errno): "没有存上:系统错误 \(errno)。请再答一次;若再出现,请备份后换一台电脑。"
      case .notOpenForWriting: "没有存上:另一个 ruhu 正在这个文件夹里工作。请先关掉它。"
      }
    },
    notOpened: { fault in
      switch fault {
      case .failed(let errno): "打不开:系统错误 \(errno)。请退出再进;若再出现,用 ruhu verify 检查数据。"
      default: "打不开:读不了数据文件夹。请检查权限,或用 ruhu verify 检查数据。"
      }
    },
    numberThenEnter: { seen, count in
      seen < count ? "输编号再按 Enter。下面还有 \(count - seen) 项,按 ↓。" : "输编号再按 Enter。"
    },
    refusal: { refusal in
      switch refusal {
      case .completed: "这份问卷已完成。要改先\"重新打开\"并写明原因。"
      case .waiting: "上一个答案还在写盘,请稍等。"
      case .constraint(let message): message
      case .badValue(let value):
        switch value {
        case .notAWholeNumber: "请填整数,只写数字,不写单位和\"万\",例如 1200。"
        case .notANumber: "请填数字,不写单位,例如 2.5。"
        case .tooLarge: "数字太大,请核对。"
        case .notADate: "日期请写成 2024-05-15。"
        case .noSuchDay: "没有这一天,请核对日期。"
        case .notAcknowledged: "请按 Enter 确认。"
        }
      case .notAChoice: "没有这个选项,请按列出的编号选择。"
      case .readOnly: "这一项由登记数据填入,不能在这里改。"
      case .notRelevant: "这一题现在不用问。"
      case .nothingToReverse: "没有可以撤销或重做的:只能撤销自己在这份未完成问卷里的答案。"
      case .noResult: "请先填\"入户结果\"。"
      case .resultNotFinal: "入户结果是还要再来:可以结束本次入户,还不能完成问卷。"
      case .noReason: "请写明原因。"
      case .commentsOpen(let count): "还有\(count)条批注没有答:到那道题按 ^T 回答。"
      }
    },
    status: { status in
      switch status {
      case .notVisited: "未入户"
      case .begun: "进行中"
      case .absent: "无人"
      case .away: "外出"
      case .refused: "拒访"
      case .complete: "完成"
      case .gone: "已不在"
      }
    },
    secondCopy: { state in
      switch state {
      case .notSet: "没有设第二份拷贝:电脑摔了数据就没了。请用 ruhu backup 或设一个U盘文件夹。"
      case .made(_, let hours): hours >= 24 ? "第二份拷贝已是 \(hours) 小时前的,请插上U盘。" : nil
      case .missing(let last):
        last.map { "第二份拷贝的地方找不到,上次是 \($0.prefix(16))。请插上U盘。" } ?? "第二份拷贝还没做过,请插上U盘。"
      }
    },
    plain: .chinese,
    households: .chinese,
    interview: .chinese,
    findings: .chinese,
    standard: .chinese,
    meeting: .chinese,
    devices: .chinese,
    conflicts: .chinese,
    people: .chinese,
    erasure: .chinese,
    review: .chinese,
    ledger: .chinese)
}
