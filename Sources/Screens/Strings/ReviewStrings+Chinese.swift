import Fieldwork
import FormEngine
import Station

extension ReviewStrings {
  static let chinese = ReviewStrings(
    title: { village, person in "审核  \(village)" + (person.map { "  \($0)" } ?? "") },
    due: { "\($0)户要看" },
    columns: ["户号", "组", "户主", "审核到哪一步", "为什么要看"],
    flag: chineseFlag,
    state: { state in
      switch state {
      case .notBegun: "没有开始"
      case .assigned: "已派给人"
      case .started: "访问中"
      case .completed: "完成待审"
      case .returned: "已退回"
      case .completedAgain: "改完待审"
      case .approvedBySupervisor: "督导审核通过"
      case .approvedByOffice: "办公室审核通过"
      case .approvedThenChanged: "通过后改过"
      }
    },
    mark: { mark in
      switch mark {
      case .commented: "有批注"
      case .returnedBefore: "退回过"
      case .changedAfterSeen: "看过结果以后改过答案"
      case .proxy: "别人代答"
      }
    },
    position: { "第\($0)/\($1)户" },
    nothingDue: "没有要审核的户。",
    nothingLeft: "这样筛没有户。按 Esc 看全部。",
    filterTitle: "只看哪些",
    kind: { kind in
      switch kind {
      case .flag: "原因"
      case .level: "问题轻重"
      case .domain: "方面"
      case .group: "组"
      case .surveyor: "调查员"
      case .state: "审核到哪一步"
      case .commented, .returnedBefore, .changedAfterSeen, .proxy: "做法"
      }
    },
    chosen: { "\($0): \($1 ?? "全部")" },
    marks: "做法",
    all: "全部",
    noGroup: "(没有组)",
    nobodyReviews: "只有督导或办公室的人审核",
    damage: { entry, device, people in
      "历史不全:\(device)的记录从第\(entry)条起有缺损"
        + (people.isEmpty ? "" : "(用的人: \(people.joined(separator: "、")))")
    },
    damageMore: { "另有\($0)处" },
    queueHelp: [
      "这里是全村要审核的户,最要紧的在前:有红的,不能定的,没走到的,写得不一样的,质量提示,通过后又改过的,整改超期的。",
      "“没走到”是:去了没有访问成(家里没人、拒访),又没有约好以后的日子;或者派了人还没有去。没有派人的不算。",
      "按 Ctrl+F 筛,可以几样一起筛;每一样后面是户数。",
      "按 Ctrl+E 把筛出来的户里没有问题的一起通过;先列出是哪些户,再做。按 Ctrl+T 把户派给调查员。",
      "自己做过的访问不能自己通过;要另一个人来看。",
    ],
    manyTitle: "一起通过",
    approveThese: { "通过下面这\($0)户" },
    noneClean: "没有可以一起通过的户",
    cleanHeading: { "要通过的: \($0)户" },
    leftOutHeading: { "不在里面的: \($0)户,要一户一户看" },
    leftOut: { reason in
      switch reason {
      case .flag(let flag): chineseFlag(flag)
      case .toVerify: "有要核实的"
      case .comments: "有批注没有答"
      case .hindrance(let hindrance): chineseHindrance(hindrance)
      }
    },
    looking: "正在逐户查看……",
    recording: "正在记下……",
    approvedMany: { "\($0)户已通过,记下了。" },
    manyHelp: [
      "这里只有什么标记都没有的户:没有红,没有黄,没有不能定的,没有质量提示,没有写得不一样的,批注都答了,也不是您自己做的。",
      "按 1 一起通过,每一户各记一条。其余的户和原因在下面,要一户一户打开看。",
    ],
    assignWhich: "派哪些户",
    assignAll: { "列出来的\($0)户" },
    assignWhom: { "\($0)户派给谁" },
    assignNobody: "不派给谁",
    assigned: { count, person in
      person.map { "\(count)户派给了\($0),记下了。" } ?? "\(count)户不再派给谁,记下了。"
    },
    assignedAlready: "已经是这样派的,没有要改的。",
    assignedTo: { "派给\($0)" },
    ownChoice: { "谁的: \($0 ? "派给我的" : "全部")" },
    own: "派给我的",
    noneOwn: "没有派给您的户",
    approve: "通过",
    commentOn: "给一道题写批注",
    commentWhole: "给整份访问写批注",
    giveBack: { $0 == 0 ? "退回" : "退回,带\($0)条批注" },
    takeBack: "撤销通过",
    found: "看核查结果",
    next: "下一户",
    back: "回到审核单",
    commentHint: "写清楚要调查员看什么、改什么,按 Enter。",
    reasonHint: "写明为什么,按 Enter。",
    pickTitle: "给哪道题写批注",
    pickEnter: "写批注",
    commentKept: { "记下\($0)条批注,退回时一起送出。" },
    commentsStay: { "\($0)条批注还没有退回,留在这台电脑上,下次打开还在。" },
    commentsFound: { "以前写的\($0)条批注还没有退回,在下面。" },
    commentsDropped: { "\($0)条没有退回的批注不要了。" },
    noComments: "没有写批注",
    history: "答案的经过",
    historyTitle: { "答案的经过,共\($0)次" },
    historyPick: "看哪道题的经过",
    historyEnter: "看经过",
    noHistory: "没有人填过答案",
    historyHelp: [
      "每一次填或改的答案,最近的在前:什么时候、谁、哪道题、由什么改成什么。",
      "按 Enter 只看这一道题;按 Ctrl+F 按题号或字找一道题。",
    ],
    changedMark: "[上次审核以后改过]",
    unknownPeople: { "做过的人里有本队不认识的: \($0.joined(separator: "、"))" },
    approved: "已通过,记下了。",
    returned: { "已退回,带\($0)条批注。" },
    tookBack: "已撤销通过,记下了。",
    notBegun: "这一户还没有访问,没有可审核的。",
    hindrance: chineseHindrance,
    issueState: chineseIssue,
    heading: { heading in
      switch heading {
      case .toSend: "要送出的批注"
      case .comments: "批注"
      case .changed: "上次审核以后改的"
      case .verdicts: "达标情况"
      case .findings: "查出来的"
      case .remarks: "备注"
      case .answers: "答案"
      case .visits: "入户"
      case .steps: "经过"
      }
    },
    whole: "整份访问",
    standing: { state, times, workers in
      var text = state
      if times > 0 { text += "  退回过\(times)次" }
      if !workers.isEmpty { text += "  做过的人: \(workers.joined(separator: "、"))" }
      return text
    },
    step: { kind, name in
      switch kind {
      case .assigned: name.map { "派给\($0)" } ?? "不再派给人"
      case .started: "开始访问"
      case .completed: "完成"
      case .reopened: "重新打开"
      case .returned(let comments): "退回,\(comments)条批注"
      case .approved: "通过"
      case .unapproved: "撤销通过"
      }
    },
    line: { "\($0)   \($1) \($2)" },
    withoutEffect: { "\($0)  [不算数: \($1)]" },
    change: { "\($0): \($1) → \($2)" },
    empty: "(空)",
    toSend: { "\($0): \($1)" },
    householdHelp: [
      "先看达标情况和查出来的,再看上次审核以后改了什么,批注答了没有。",
      "没有问题按通过。有问题先给题写批注,写完再退回;调查员每条都要答,才能再完成。",
      "不能做的,后面写着为什么。",
    ],
    comment: { text, person, answer in
      "批注(\(person)): \(text)" + (answer.map { "  答: \($0)" } ?? "  [^T 回答]")
    },
    commentAtEnd: { "批注: \($0)  [^T 回答]" },
    answer: "回答批注",
    answerTitle: { "回答: \($0)" },
    answerHint: "写上查看的结果或为什么是这样,按 Enter。答案要改就先改答案。",
    answered: { $0 == 0 ? "已答,批注都答完了。" : "已答,还有\($0)条。" },
    waiting: { "退回的访问,有\($0)条批注要答" },
    goOnWith: { "回答批注,还有\($0)条" })

  private static let chineseFlag: @Sendable (ReviewFlag) -> String = { flag in
    switch flag {
    case .red: "有红"
    case .unknown: "不能定"
    case .missed: "没走到"
    case .conflict: "写得不一样"
    case .quality: "质量提示"
    case .changed: "通过后改过"
    case .overdue: "整改超期"
    }
  }

  private static let chineseHindrance: @Sendable (Hindrance) -> String = { hindrance in
    switch hindrance {
    case .noRole: "只有督导或办公室的人能这样做"
    case .ownWork: "这里面有您自己做的,要另一个人审核"
    case .notCompleted: "访问还没有完成"
    case .conflicts(let count): "有\(count)处写得不一样,先定下来"
    case .commentsOpen(let count): "还有\(count)条批注没有答"
    case .notApproved: "还没有通过"
    case .alreadyApproved: "已经通过了"
    case .supervisorFirst: "要先由督导通过"
    case .samePerson: "督导那一步是您通过的,办公室要另一个人"
    case .nothingSaid: "先写一句:批注或原因"
    case .notAllNamed: "后来又有改动,请再看一遍"
    case .notOpened: "还没有这个问题"
    case .inState(let state): "现在是“\(chineseIssue(state))”,不能这样做"
    case .incomplete: "要有整改措施、整改时限和至少一个责任人的姓名"
    case .ownGround: "是您说好了的,或是您填的答案,要另一个人复核"
    case .noEvidence: "没有佐证:要有文件或说明"
    case .groundMissing: "这里没有所说的那次访问"
    case .groundTooOld: "那次访问完成时还不知道这个问题"
    case .groundGone: "那次访问后来又打开或改过"
    case .groundNotMet: "按那次的答案问题还在,或还不能定"
    case .contradicted: "另一个人同时退回或重新打开了,以稳妥的为准"
    }
  }

  private static let chineseIssue: @Sendable (IssueState) -> String = { state in
    switch state {
    case .new: "新发现"
    case .assigned: "已交办"
    case .underway: "整改中"
    case .toCheck: "待复核"
    case .struckOff: "已销号"
    }
  }
}
