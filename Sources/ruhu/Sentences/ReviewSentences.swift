import Fieldwork
import Foundation
import Screens

/// What is said of review in a household's history.
struct ReviewSentences: Sendable {
  let review: String
  let groupHelp: String
  let numbersHelp: String
  let approveCleanHelp: String
  let assignToHelp: String
  let oneAct: String
  let approveThem: @Sendable (_ households: Int) -> String
  let notApproved: String
  let whichHouseholds: String
  let noSuchHouseholds: String
  let assigned: @Sendable (_ person: String) -> String
  let assignedToNobody: String
  let returned: @Sendable (_ comments: Int) -> String
  let comment: @Sendable (_ label: String, _ text: String) -> String
  let remark: @Sendable (_ text: String) -> String
  let commentAnswered: @Sendable (_ text: String) -> String
  let approved: String
  let unapproved: @Sendable (_ reason: String) -> String
  let opened: @Sendable (_ rule: String, _ text: String) -> String
  let described: @Sendable (_ text: String) -> String
  let issueAssigned: @Sendable (_ measure: String, _ people: [String], _ deadline: String) -> String
  let begun: @Sendable (_ text: String) -> String
  let reportedByAnswers: String
  let reportedByEvidence: @Sendable (_ files: Int, _ text: String) -> String
  let sentBack: @Sendable (_ reason: String) -> String
  let struckOff: String
  let reopened: @Sendable (_ reason: String) -> String
  let withoutEffect: @Sendable (_ line: String) -> String

  /// In the language that the environment asks for.
  static let here = of(Language.preferred(in: ProcessInfo.processInfo.environment))

  static func of(_ language: Language) -> ReviewSentences {
    language == .chinese ? chinese : english
  }

  /// What was done to an issue; nil for anything else.
  func issue(_ fact: Fact) -> String? {
    switch fact {
    case .issueOpened(let opening): opened(opening.rule, opening.text)
    case .issueDescribed(let description): described(description.text)
    case .issueAssigned(let assignment):
      issueAssigned(
        assignment.measure,
        IssueLevel.allCases.compactMap { level in
          assignment.responsible[level].map {
            [$0.body, $0.person].filter { !$0.isEmpty }.joined(separator: " ")
          }
        }, assignment.deadline)
    case .issueBegun(let text): begun(text)
    case .issueReported(.answers): reportedByAnswers
    case .issueReported(.evidence(let files, let text)): reportedByEvidence(files.count, text)
    case .issueSentBack(let reason): sentBack(reason)
    case .issueStruckOff: struckOff
    case .issueReopened(let reason): reopened(reason)
    default: nil
    }
  }

  static let chinese = ReviewSentences(
    review: "列出一个村里要审核的户,最要紧的在前;把没有问题的一起通过;给调查员派户",
    groupHelp: "只要这一组的户",
    numbersHelp: "只要这些户号的户",
    approveCleanHelp: "把什么标记都没有的户一起通过;先列出是哪些户,再问一句",
    assignToHelp: "把户派给这个人,“-”是不派给谁;要写明组或户号",
    oneAct: "--approve-clean 和 --assign-to 一次只能用一个",
    approveThem: { "通过这 \($0) 户?(y/N)" },
    notApproved: "没有通过,什么都没有记。",
    whichHouseholds: "派哪些户?请用 --group 或 --households 写明。",
    noSuchHouseholds: "没有这样的户。",
    assigned: { "交给 \($0)" },
    assignedToNobody: "不再交给谁",
    returned: { "退回,批注 \($0) 条" },
    comment: { "批注 \($0):\($1)" },
    remark: { "批注:\($0)" },
    commentAnswered: { "答复批注:\($0)" },
    approved: "审核通过",
    unapproved: { "撤销通过:\($0)" },
    opened: { rule, text in
      "新发现问题:" + [rule, text].filter { !$0.isEmpty }.joined(separator: " ")
    },
    described: { "问题说明" + ($0.isEmpty ? "" : ":\($0)") },
    issueAssigned: { measure, people, deadline in
      "交办:\(measure);\(people.joined(separator: "、"));\(deadline) 前"
    },
    begun: { "整改中" + ($0.isEmpty ? "" : ":\($0)") },
    reportedByAnswers: "报请复核:依据新一次访谈",
    reportedByEvidence: { "报请复核:佐证 \($0) 件" + ($1.isEmpty ? "" : ",\($1)") },
    sentBack: { "复核退回:\($0)" },
    struckOff: "销号",
    reopened: { "问题重新打开:\($0)" },
    withoutEffect: { "\($0)(按规定不能这样做,不算数)" })

  static let english = ReviewSentences(
    review:
      "List the households of a village that want a review, the worst first; approve at once what is clear; give households to a surveyor",
    groupHelp: "Only households of this group",
    numbersHelp: "Only households of these numbers",
    approveCleanHelp:
      "Approve at once where nothing is flagged; lists which households, then asks",
    assignToHelp: "Give households to this person, - to nobody; name a group or numbers",
    oneAct: "--approve-clean and --assign-to cannot be used together",
    approveThem: { "Approve these \($0)? (y/N)" },
    notApproved: "Not approved; nothing was recorded.",
    whichHouseholds: "Which households? Name them by --group or --households.",
    noSuchHouseholds: "There are no such households.",
    assigned: { "given to \($0)" },
    assignedToNobody: "given to nobody any more",
    returned: { "returned with \($0) comment\($0 == 1 ? "" : "s")" },
    comment: { "comment on \($0): \($1)" },
    remark: { "comment: \($0)" },
    commentAnswered: { "reply to a comment: \($0)" },
    approved: "approved",
    unapproved: { "approval taken back: \($0)" },
    opened: { rule, text in
      "issue opened: " + [rule, text].filter { !$0.isEmpty }.joined(separator: " ")
    },
    described: { "issue described" + ($0.isEmpty ? "" : ": \($0)") },
    issueAssigned: { measure, people, deadline in
      "issue assigned: \(measure); \(people.joined(separator: ", ")); by \(deadline)"
    },
    begun: { "measure under way" + ($0.isEmpty ? "" : ": \($0)") },
    reportedByAnswers: "reported as gone: by an interview",
    reportedByEvidence: {
      "reported as gone: \($0) file\($0 == 1 ? "" : "s") of evidence"
        + ($1.isEmpty ? "" : ", \($1)")
    },
    sentBack: { "sent back: \($0)" },
    struckOff: "issue struck off",
    reopened: { "issue opened again: \($0)" },
    withoutEffect: { "\($0) (not allowed, without effect)" })
}
