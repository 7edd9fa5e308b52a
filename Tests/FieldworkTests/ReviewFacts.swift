import Fieldwork
import Record

/// One fact of review of every kind, and of every form.
enum ReviewFacts {
  static let entry = EntryID(digest: [UInt8](repeating: 9, count: 32))
  static let other = EntryID(digest: [UInt8](repeating: 8, count: 32))
  static let facts: [Fact] = [
    .householdAssigned(to: JournalMaker.zhou),
    .householdAssigned(to: nil),
    .completed(
      events: [],
      judged: Judged(
        found: [.init("WA1"), .init("ME1", row: "r000000000000001")], open: [.init("HO2")])),
    .completed(events: [], judged: Judged(found: [], open: [])),
    .returned([
      ReviewComment(AnswerKey("m_ins", rows: ["r000000000000001"]), "再问一次"),
      ReviewComment(nil, "整份再看一遍"),
    ]),
    .commentAnswered(CommentID(entry: entry, index: 1), text: "已改"),
    .approved(of: [entry, other]),
    .unapproved(reason: "看错了"),
    .issueOpened(
      IssueOpening(
        .household(HouseholdID("h1")), row: "r000000000000001", rule: "ME1", domain: "medical",
        issueClass: .improvement, source: .lookback, interview: InterviewID("i1"),
        completion: entry, departments: ["县医保局", "乡镇"])),
    .issueOpened(IssueOpening(.site("安置点"), text: "漏水", source: .hotline)),
    .issueOpened(IssueOpening(.village, text: "路没通")),
    .issueDescribed(
      IssueDescription(cause: "01", issueClass: .longTerm, source: .audit, text: "要三年")),
    .issueAssigned(
      IssueAssignment(
        measure: "补缴",
        responsible: [
          .county: Responsible(body: "县", person: ""),
          .township: Responsible(body: "云溪乡", person: "王芳"),
        ], deadline: "2026-12-31")),
    .issueBegun(text: "已报"),
    .issueReported(.answers(InterviewID("i1"), completion: entry)),
    .issueReported(.evidence(["aa", "bb"], text: "参保证明")),
    .issueSentBack(reason: "没交钱"),
    .issueStruckOff(of: [entry]),
    .issueReopened(reason: "又停了"),
  ]
}
