import Fieldwork
import Record
import Station
import Terminal

/// The village's households: who is done, who is left, and the way to any of them.
struct HouseholdListScreen: Screen {
  var rows = HouseholdRows()
  private var isStale = true
  /// The household whose door was opened last, until its line is true again.
  private var opened: (id: HouseholdID, wasOpen: Bool)?

  /// What waits for the disk: that a household is taken, or given back.
  private var isTaking: Bool?
  private var assigning = Assigning()

  private enum Panel {
    static let filter = "filter"
    static let group = "group"
    static let status = "status"
    static let found = "found"
  }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    refreshIfStale(context)
    _ = rows.handle(key, rows: Self.listRows(context.size))
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .opened(let file, let place):
      opened = (file.household.id, HouseholdStatus(file.current).isOpen)
      rows.endSearch()
      context.push(HouseholdScreen(file: file, place: place))
    case .uncovered:
      // The door was left: what was answered there is summed up before the list shows it.
      context.effects.append(.settle)
      refresh(context)
    case .villageChanged:
      refresh(context)
      goOn()
    case .recorded:
      refresh(context)
      assigning.recorded(&context)
      if let isTaking {
        self.isTaking = nil
        let strings = context.strings.households
        context.say(isTaking ? strings.takenNow : strings.givenBack, role: .done)
      }
    case .notRecorded:
      isTaking = nil
      assigning.notRecorded()
    case .panel(let answer):
      if !assigning.take(answer, &context) { take(answer, &context) }
    default: return
    }
  }

  mutating func refreshIfStale(_ context: Context) {
    if isStale { refresh(context) }
  }

  private mutating func refresh(_ context: Context) {
    isStale = context.village == nil
    rows.refresh(context.village, reader: context.person)
    if let opened { rows.select(opened.id) }
  }

  /// Behind a door where all is done now, the next household that needs a visit is in focus.
  private mutating func goOn() {
    if let opened, opened.wasOpen, rows.focus?.id == opened.id, rows.focus?.status.isOpen == false {
      rows.selectNextOpen()
    }
    opened = nil
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    refreshIfStale(context)
    let strings = context.strings.households
    switch command {
    case .next:
      if let focus = rows.focus { context.effects.append(.open(focus.id)) }
    case .cancel: rows.clear()
    case .filter:
      context.push(
        ListPanel(
          Panel.filter, title: strings.filterTitle,
          items: [
            .init(strings.groupChoice(rows.query.group)),
            .init(strings.statusChoice(rows.query.statuses?.first.map(context.strings.status))),
            .init(strings.foundChoice(rows.query.found.map(context.strings.findings.asked))),
            .init(strings.orderChoice(rows.query.order)),
            .init(strings.showAll, unless: rows.isNarrowed ? nil : strings.allShown),
            .init(
              context.strings.review.ownChoice(rows.query.isOwnOnly),
              unless: rows.hasOwn || rows.query.isOwnOnly ? nil : context.strings.review.noneOwn),
          ]))
    case .group: context.push(groupPanel(context))
    case .status: context.push(statusPanel(context))
    case .verdict: context.push(foundPanel(context))
    case .order:
      rows.order(by: rows.query.order.next, context.village)
      context.say(strings.ordered(rows.query.order))
    case .enrol: context.push(EnrolScreen(context))
    case .day: context.push(DayScreen())
    case .person: context.push(PeopleScreen(isFirst: false))
    case .village: context.push(VillagesScreen())
    case .standard: context.push(StandardScreen(context))
    case .sync: context.push(SyncScreen(context))
    case .takeAway, .giveBack: takeOrGiveBack(command, &context)
    case .review: context.push(ReviewQueueScreen(context))
    case .assign: assigning.begin(rows.focus, of: rows.shown, &context)
    case .ledger: context.push(LedgerScreen(context))
    case .conflicts:
      context.push(ConflictsScreen())
      context.effects.append(.findConflicts(context.language))
    case .devices:
      context.push(DevicesScreen())
      context.effects.append(.showDevices)
    default: return
    }
  }

  /// Notes that the person at the keyboard means to go to the household in focus, or no longer does.
  private mutating func takeOrGiveBack(_ command: Command, _ context: inout Context) {
    guard let focus = rows.focus else { return }
    let fact: Fact = command == .takeAway ? .householdTaken : .householdGivenBack
    context.effects += [.record([fact.draft(of: .household(focus.id.rawValue))]), .settle]
    isTaking = command == .takeAway
  }

  // MARK: Narrowing

  private func groupPanel(_ context: Context) -> ListPanel {
    let strings = context.strings.households
    let groups = context.village.map { HouseholdQuery.groups(of: $0) } ?? []
    let chosen = rows.query.group.flatMap { groups.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return ListPanel(
      Panel.group, title: strings.whichGroup,
      items: [.init(strings.allGroups)]
        + groups.map { .init($0.isEmpty ? strings.noGroup : $0) },
      selected: chosen)
  }

  private func statusPanel(_ context: Context) -> ListPanel {
    let strings = context.strings.households
    let coverage = rows.coverage
    return ListPanel(
      Panel.status, title: strings.whichStatus,
      items: [.init(strings.allStatuses)]
        + HouseholdStatus.allCases.map { status in
          .init("\(context.strings.status(status))  \(coverage[status])")
        })
  }

  private func foundPanel(_ context: Context) -> ListPanel {
    let strings = context.strings
    return ListPanel(
      Panel.found, title: strings.households.whichFound,
      items: [.init(strings.households.allFound)]
        + HouseholdQuery.Found.all.map { found in
          .init("\(strings.findings.asked(found))  \(rows.count(found))")
        })
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    refreshIfStale(context)
    guard case .choice(let choice) = answer.value else { return }
    switch answer.panel {
    case Panel.filter:
      switch choice {
      case 0: context.push(groupPanel(context))
      case 1: context.push(statusPanel(context))
      case 2: context.push(foundPanel(context))
      case 3: perform(.order, &context)
      case 5: rows.only(own: !rows.query.isOwnOnly)
      default: rows.clear()
      }
    case Panel.group:
      let groups = context.village.map { HouseholdQuery.groups(of: $0) } ?? []
      rows.only(group: groups.indices.contains(choice - 1) ? groups[choice - 1] : nil)
    case Panel.status:
      let all = HouseholdStatus.allCases
      rows.only(all.indices.contains(choice - 1) ? [all[choice - 1]] : nil)
    case Panel.found:
      let all = HouseholdQuery.Found.all
      rows.only(all.indices.contains(choice - 1) ? all[choice - 1] : nil)
    default: return
    }
  }

  // MARK: What can be done

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.households
    let isEmpty = context.village?.households.isEmpty ?? true
    let rows = freshRows(context)
    let nothing = rows.list.count == 0 ? strings.nothingInFocus : nil
    let nobody = context.person == nil ? strings.nobodyAtKeyboard : nil
    let isMine = context.person != nil && rows.focus?.taker?.person == context.person
    return [
      Offer(
        .next, as: strings.open, unless: isEmpty ? strings.nothingInFocus : nothing,
        inFooter: true),
      Offer(.filter, unless: isEmpty ? strings.nothingInFocus : nil, inFooter: true),
      Offer(.enrol, unless: context.village == nil ? strings.noVillage : nil, inFooter: true),
      Offer(.day, unless: context.village == nil ? strings.noVillage : nil, inFooter: true),
      Offer(.sync, inFooter: true),
      Offer(.conflicts, unless: context.village == nil ? strings.noVillage : nil),
      Offer(.order, unless: isEmpty ? strings.nothingInFocus : nil),
      Offer(.group, unless: isEmpty ? strings.nothingInFocus : nil),
      Offer(.status, unless: isEmpty ? strings.nothingInFocus : nil),
      Offer(.verdict, unless: isEmpty ? strings.nothingInFocus : nil),
      Offer(.person, inFooter: true),
      Offer(.standard, unless: context.village == nil ? strings.noVillage : nil),
      Offer(.village, unless: context.team.villages.count < 2 ? strings.oneVillage : nil),
      Offer(.devices),
      Offer(
        isMine ? .giveBack : .takeAway,
        unless: nobody ?? (rows.focus == nil ? strings.nothingInFocus : nil)),
      // Said where the search stands, so that it takes no other key's place in the footer.
      Offer(.cancel, as: strings.showAll, unless: rows.isNarrowed ? nil : strings.allShown),
      Offer(.review, unless: context.whyNoReview, inFooter: context.isReviewer),
      Offer(
        .assign,
        unless: context.whyNoReview ?? (rows.focus == nil ? strings.nothingInFocus : nil)),
      Offer(
        .ledger, unless: context.village == nil ? strings.noVillage : nil,
        inFooter: context.isReviewer),
    ]
  }

  /// The lines as they are now, also before the first key.
  private func freshRows(_ context: Context) -> HouseholdRows {
    var screen = self
    screen.refreshIfStale(context)
    return screen.rows
  }

  func help(_ context: Context) -> [String] { context.strings.households.listHelp }
}
