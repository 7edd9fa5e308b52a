import Fieldwork
import FormEngine

extension ReportWords {
  static let chinese = ReportWords(
    language: "zh-CN",
    title: { kind in
      switch kind {
      case .completion: "“两不愁三保障”及饮水安全入户核查完成情况"
      case .issues: "问题清单和整改台账"
      case .households: "农户和家庭成员明细"
      case .card: "帮扶明白卡"
      case .notice: "公示"
      case .blank: "入户调查表"
      case .interview: "入户调查表(已填)"
      }
    },
    completion: .chinese,
    issueState: { state in
      switch state {
      case .new: "新发现"
      case .assigned: "已交办"
      case .underway: "整改中"
      case .toCheck: "待复核"
      case .struckOff: "已销号"
      }
    },
    status: { status in
      switch status {
      case .complete: "完成"
      case .begun: "进行中"
      case .absent: "无人"
      case .away: "外出"
      case .refused: "拒访"
      case .gone: "已不在"
      case .notVisited: "未入户"
      }
    },
    verdict: { verdict in
      switch verdict {
      case .met: "达标"
      case .notMet: "不达标"
      case .unknown: "还不能定"
      case .notApplicable: "不适用"
      case .notAssessed: "没有评"
      }
    },
    level: { level in
      switch level {
      case .red: "红"
      case .yellow: "黄"
      case .info: "提示"
      }
    },
    mark: { mark in
      switch mark {
      case .proxy: "由外人代答"
      case .telephone: "电话访问"
      case .changedAfterSeen: "看到问题提示后改过答案"
      case .conflict: "有待选定的不一致"
      case .warning: "调查工作有疑点"
      case .changedAfterApproval: "审核通过后又有改动"
      case .atDoor: "花名册上没有,入户时补登"
      }
    },
    villages: { "\($0) 个村" },
    asOf: "截至",
    period: { first, last in first == last ? first : "\(first) 至 \(last)" },
    form: "调查表", overlay: "地方标准", nationalStandard: "国家标准", noGroup: "(无组)",
    notSaid: "(未填)",
    damaged: { village, what in "注意:\(village)的记录有损坏,以下数字不包括损坏的部分:\(what)" },
    absentVillage: { "注意:这台电脑上没有村 \($0) 的记录,以下数字不包括该村。" },
    page: { number, count in "第 \(number) 页,共 \(count) 页" })
}

extension CompletionWords {
  static let chinese = CompletionWords(
    households: "户数", persons: "人数", group: "组", village: "村", householdClass: "户类别",
    all: "合计", results: "有结果", resultShare: "占比", coverage: "入户情况",
    coverageNote: "完成、拒访、已不在算有结果;其余的还要再去。",
    missing: "还没有结果的户", missingNote: { "还有 \($0) 户没有结果:" }, noneMissing: "每一户都有结果。",
    number: "编号", head: "户主", lastVisit: "上次入户", nextVisit: "计划再去", why: "情况",
    verdicts: "各方面达标情况",
    verdictsNote: "“还不能定”从不算作达标;“没有评”是还没有完成访问的户;四栏之和等于适用的户(人)数。人数按所在户的结论统计。",
    domain: "方面", concerned: "适用", notConcerned: "不适用",
    byPlace: { "分\($0)达标情况" }, byClass: "分户类别达标情况",
    findings: "发现的问题(按种类)", noFindings: "没有发现问题。", level: "级别", rule: "规则", finding: "问题",
    basis: "依据", issues: "问题整改", noIssues: "没有问题记录。", found: "发现", open: "未销号",
    reopened: "曾重新打开", overdue: "逾期", otherDomain: "其他",
    cleared: "红色问题已清零。", toGo: { "离清零还差 \($0) 个红色问题。" },
    quality: "数据可信程度", qualityNote: "以下各户的答案请结合这里的情况看;一户可能同时列入几项。",
    what: "情况", share: "占全部户", openConflicts: "全村事项中待选定的不一致",
    parameters: "判定用的参数", value: "取值", unit: "单位和写法", year: "年份", record: "数据出处",
    recordNote: "本报告由下列记录算出;用同样的记录重算,结果一字不差。",
    writer: "记录", entries: "条数", newest: "最后一条", erased: "已清除",
    verdictChart: "各方面达标户数",
    signatures: ["填报人", "审核人", "村(盖章)", "日期"],
    summary: { households, results, notMet, unknown in
      "全部 \(households) 户中,\(results) 户有结果,\(households - results) 户还没有;"
        + "不达标 \(notMet) 户,还不能定 \(unknown) 户。"
    })
}
