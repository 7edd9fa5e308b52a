import Fieldwork
import Station

/// The sentences of the household screens: the list, the day, one household, its door.
struct HouseholdStrings: Sendable {
  // MARK: The village's list

  let title: @Sendable (_ village: String, _ person: (role: String, name: String)?) -> String
  /// The headings, but for the progress by domain, which stands after the status.
  let columns: [String]
  /// That nothing is left in a domain, in two cells.
  let done: String
  let unnamed: String
  let legend: String
  /// The same where something differs in the village.
  let legendDiffering: String
  /// That this laptop is not in the team, and what that means.
  let notAdmitted: String
  /// That someone means to go there since a time, told on a day.
  let taken: @Sendable (_ person: String, _ time: String, _ today: String) -> String
  /// The same in the cells of a list.
  let takenBrief: @Sendable (_ person: String, _ time: String, _ today: String) -> String
  let takenNow: String
  let givenBack: String
  let takenBy: @Sendable (_ sentence: String) -> String
  let differs: @Sendable (Int) -> String
  /// How many households stand where.
  let coverage: @Sendable (Coverage, (HouseholdStatus) -> String) -> String
  /// How the second copy stands.
  let copy: @Sendable (SecondCopyState) -> String
  let search: String
  let searchHint: String
  /// What the list is narrowed to, and where in it the focus is.
  let narrowed:
    @Sendable (
      _ group: String?, _ status: String, HouseholdQuery.Order, _ number: Int, _ count: Int
    ) -> String
  let open: String
  let filterTitle: String
  let groupChoice: @Sendable (String?) -> String
  let statusChoice: @Sendable (String?) -> String
  let foundChoice: @Sendable (String?) -> String
  let orderChoice: @Sendable (HouseholdQuery.Order) -> String
  let ordered: @Sendable (HouseholdQuery.Order) -> String
  let showAll: String
  let allShown: String
  let whichGroup: String
  let allGroups: String
  let noGroup: String
  let whichStatus: String
  let allStatuses: String
  let whichFound: String
  let allFound: String
  let nothingInFocus: String
  let nothingFound: String
  let emptyVillage: String
  let noVillage: String
  let oneVillage: String
  let listHelp: [String]

  // MARK: Choosing another household, a village, a person

  let thisOne: String
  let pickHelp: [String]
  let whichVillage: String
  let noVillages: String
  let pressNumber: String
  let numberAndEnter: String
  let openNow: String
  let notHereYet: String
  let villagesHelp: [String]
  let whoIsIt: String
  let whyWho: String
  let atKeyboard: String
  let notListed: String
  let role: @Sendable (String) -> String
  let addPerson: String
  let addPersonHint: String
  let sameName: @Sendable (String) -> String
  let peopleHelp: [String]

  // MARK: Which day it is

  let whichDay: String
  let clockBehind: @Sendable (_ clock: String, _ newest: String) -> String
  let whyDate: String
  let todayIs: String
  let dateExample: String
  let noDate: String
  /// Of a day before the newest that is recorded: it is believed when it is given again.
  let early: @Sendable (_ newest: String) -> String

  // MARK: The day at a glance

  let dayTitle: @Sendable (_ day: String, _ village: String) -> String
  let visitedToday: @Sendable (Coverage, (HouseholdStatus) -> String) -> String
  let wholeVillage: @Sendable (Coverage, (HouseholdStatus) -> String) -> String
  /// What was found in the households whose interview is complete; nil while there are none.
  let verdicts: @Sendable (VerdictCoverage) -> String?
  let training: String
  let copyKey: String
  let copyHowTo: String
  /// That there is no second copy.
  let noCopy: String
  /// What a second copy is good for and how one is set up.
  let copyMeaning: String
  let dueToday: @Sendable (Int) -> String
  let dueLine: @Sendable (HouseholdSummary, _ status: String) -> String
  let byGroup: String
  let households: String
  let backChoice: String
  let backToList: String
  let more: @Sendable (ClosedRange<Int>, Int) -> String
  let dayHelp: [String]

  // MARK: A household

  let door: @Sendable (_ group: String, _ number: Int?, _ head: String, _ size: Int) -> String
  /// What Enter does with the household's interview.
  let step: @Sendable (InterviewOpening.Step, HouseholdStatus) -> String
  let reopen: String
  let addRemark: String
  let move: String
  let noInterview: String
  let nobodyAtKeyboard: String
  let formMissing: String
  let chosenLine: String
  let readOn: String
  let readBack: String
  let remarkHint: String
  let reopenHint: String
  let remarked: String
  let reopened: String
  let moved: String
  let moveWhere: String
  let moveCheck: @Sendable (HouseholdSummary) -> String
  let moveYes: String
  let moveYesTwo: String
  let moveNo: String
  let householdHelp: [String]
  let noMembers: String
  let memberColumns: [String]
  let struck: @Sendable (String) -> String
  let about: @Sendable (Int) -> String
  let fromDoor: @Sendable (String) -> String
  let fromRegister: @Sendable (String) -> String
  let fromInterview: @Sendable (String) -> String
  let visits: String
  let noVisit: String
  /// When it was begun, and the date that ages are reckoned by, which can be a later one.
  let interview:
    @Sendable (_ round: String, _ begun: String, _ date: String, _ check: String) -> String
  let underWay: String
  let notEnded: String
  /// That an interview does not count, since another does.
  let notCounted: @Sendable (_ day: String, _ person: String) -> String
  let visit:
    @Sendable (
      _ number: Int, _ start: String, _ end: String?, _ person: String, _ result: String,
      _ next: String
    ) -> String
  let completed: @Sendable (_ minute: String, _ person: String) -> String
  let wasReopened: @Sendable (_ day: String, _ person: String, _ reason: String) -> String
  let decisions: String
  let decided:
    @Sendable (
      _ time: String, _ person: String, _ question: String, _ value: String,
      _ others: [(person: String, value: String)]
    ) -> String
  let remarks: String
  let remark:
    @Sendable (_ day: String, _ person: String, _ question: String, _ text: String) -> String
  let facts: String
  let joinedDoor: @Sendable (_ group: String, _ number: String, _ head: String) -> String
  /// Register facts that no question asks.
  let registerLabels: [String: String]

  // MARK: At the door

  let checkTitle: @Sendable (_ group: String, _ number: Int?, _ head: String) -> String
  let headLabel: String
  let idLabel: String
  let registeredHeadLabel: String
  let familyLabel: String
  let addressLabel: String
  let neighboursLabel: String
  let doorsLabel: String
  let person: @Sendable (_ name: String, _ sex: String?, _ age: Int?) -> String
  let relative: @Sendable (_ name: String, _ relation: String) -> String
  let neighbour: @Sendable (_ number: Int?, _ head: String) -> String
  let list: @Sendable ([String]) -> String
  let isThisIt: String
  let identityChoices: @Sendable (_ hasNumber: Bool) -> [String]
  let pressOneToFour: String
  let identityHelp: [String]

  // MARK: Enrolling

  let enrolTitle: String
  let enrolLabels: [String]
  let enrolGroup: String
  let otherGroup: String
  let enrolGroupName: String
  let enrolGroupHint: String
  let enrolNumber: String
  let enrolNumberHint: String
  let enrolHead: String
  let enrolHeadHint: String
  let enrolCheck: String
  let enrolChoices: [String]
  let firstStep: String
  let stepBack: String
  let noGroupName: String
  let badNumber: String
  let numberTaken: @Sendable (_ number: Int, _ head: String) -> String
  let noHeadName: String
  let sameHead: @Sendable (HouseholdSummary) -> String
  let enrolHelp: [String]

  // MARK: Parts of sentences that no language puts otherwise

  /// The hour of a time of today, as `8:30`, else its day, as `11-20`.
  static func when(_ time: String, _ today: String) -> (isToday: Bool, text: String) {
    let hour = time.dropFirst(11).prefix(5)
    return time.hasPrefix(today)
      ? (true, hour.hasPrefix("0") ? String(hour.dropFirst()) : String(hour))
      : (false, String(time.prefix(10).suffix(5)))
  }

  /// The statuses that occur, each with its count.
  static func counted(
    _ coverage: Coverage, _ name: (HouseholdStatus) -> String, joined separator: String
  ) -> String {
    // What is done stands first: where the line is too long, that number must not be cut off.
    let order = [.complete] + HouseholdStatus.allCases.filter { $0 != .complete }
    return order.filter { coverage[$0] > 0 }.map {
      "\(name($0))\(separator == " " ? "" : " ")\(coverage[$0])"
    }
    .joined(separator: separator)
  }

  /// `3组 017`: where a household is.
  static func place(_ group: String, _ number: Int?) -> String {
    group.isEmpty ? padded(number) : "\(group) \(padded(number))"
  }

  /// `3组 017 李国强`: a household as people name it.
  static func doorName(_ household: HouseholdSummary) -> String {
    "\(place(household.group, household.number)) \(household.head)"
  }

  /// A household's number in at least three digits, so that it is not taken for a count.
  static func padded(_ number: Int?) -> String {
    guard let number else { return "---" }
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
