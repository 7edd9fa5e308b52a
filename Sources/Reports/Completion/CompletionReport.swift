import Fieldwork
import FormEngine

/// What a village, or several, have completed: one page to read, then tables.
public struct CompletionReport: Sendable {
  /// What it is to be made of, besides the villages.
  public struct Request: Sendable {
    /// The day of the figures, as `2026-11-21`: by it a last day is over.
    public var day: String
    /// Codes of villages that should be in it and are not on this laptop.
    public var absent: [String]

    /// Asks for the figures of a day.
    public init(day: String, absent: [String] = []) {
      self.day = day
      self.absent = absent
    }
  }

  /// The figures.
  public let figures: CompletionFigures
  let villages: [ReportedVillage]
  let form: ReportForm
  let words: ReportWords
  let request: Request

  /// Counts the villages, by a form and in the words of a language.
  public init(
    _ villages: [ReportedVillage], form: ReportForm, words: ReportWords, request: Request
  ) {
    self.villages = villages.sorted { $0.village.code < $1.village.code }
    self.form = form
    self.words = words
    self.request = request
    figures = CompletionFigures(
      villages, domains: form.domains, day: request.day, domain: form.domain(ofRule:),
      level: form.level(ofRule:))
  }

  var own: CompletionWords { words.completion }

  /// The report.
  public var report: Report {
    var blocks = firstPage
    blocks += coverage + verdicts + findings + issues + quality + basis + record
    blocks.append(.signatures(own.signatures))
    return Report(head, blocks, sources: villages.flatMap(\.sources).sorted())
  }

  private var head: Report.Head {
    var lines = [Report.Line(words.asOf, request.day)]
    lines.append(.init(words.form, "\(form.definition.title) \(form.definition.version)"))
    let overlays = form.standard.overlays.map { "\($0.label(form.language)) \($0.year)" }
    lines.append(
      .init(
        words.overlay, overlays.isEmpty ? words.nationalStandard : overlays.joined(separator: "; ")
      ))
    let damages = villages.flatMap { one in
      one.damages.map { words.damaged(name(of: one.village), $0) }
    }
    return Report.Head(
      kind: .completion, language: words.language, day: request.day,
      villages: (villages.map(\.village.code) + request.absent).sorted(),
      title: words.title(.completion), subject: subject, lines: lines,
      warnings: request.absent.sorted().map(words.absentVillage) + damages)
  }

  private var subject: String {
    guard villages.count == 1, let village = villages.first?.village else {
      return words.villages(villages.count)
    }
    return "\(name(of: village)) \(village.code)"
  }

  private func name(of village: Village) -> String {
    village.name.isEmpty ? village.code : village.name
  }

  /// What a line is of.
  func label(_ place: CompletionFigures.Place) -> String {
    switch place {
    case .all: own.all
    case .group(let name): name.isEmpty ? words.noGroup : name
    case .village(let code):
      villages.first { $0.village.code == code }.map { name(of: $0.village) } ?? code
    case .householdClass(let code):
      code.isEmpty ? words.notSaid : form.label(of: code, in: "c_hh_base")
    }
  }

  /// What the places are called.
  var placeTitle: String { villages.count > 1 ? own.village : own.group }

  /// One page to read: the few figures, a sentence, and how the domains stand.
  private var firstPage: [Report.Block] {
    let all = figures.all
    let household = all.verdicts.last ?? VerdictTally()
    let domain = figures.domains.last ?? ""
    func verdict(_ state: VerdictState) -> ReportCell {
      .count(
        household.households(state), all.trace.with { $0.verdict = .init(domain, state) })
    }
    return [
      .figures([
        ReportFigure(own.households, .count(all.households, all.trace)),
        ReportFigure(own.persons, .count(all.persons, all.trace)),
        ReportFigure(own.results, .count(all.results)),
        ReportFigure(own.resultShare, .share(all.results, of: all.households)),
        ReportFigure(words.verdict(.met), verdict(.met)),
        ReportFigure(words.verdict(.notMet), verdict(.notMet)),
        ReportFigure(words.verdict(.unknown), verdict(.unknown)),
        ReportFigure(own.open, .count(figures.allIssues.open)),
        ReportFigure(own.overdue, .count(figures.allIssues.overdue)),
      ]),
      .paragraph(
        own.summary(
          all.households, all.results, household.households(.notMet),
          household.households(.unknown))),
      .paragraph(figures.openReds == 0 ? own.cleared : own.toGo(figures.openReds)),
    ]
  }
}
