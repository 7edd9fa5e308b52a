import Fieldwork
import Record
import RecordFiles
import Reports
import Screens
import Station

extension Workplace {
  /// A village as a report takes it in, from all that is here or from less; and the form by which
  /// it is read.
  func reported(
    _ code: String, _ bound: ReportBound, _ language: Language
  ) throws -> (village: ReportedVillage, form: ReportForm?) {
    let desk = try open(code, recording: false)
    guard let files else { throw DataFolderFault.noSuchVillage(code) }
    var village = desk.village
    let sources: [ReportSource]
    switch bound {
    case .everything:
      sources = try Self.sources(of: files, village: code)
    default:
      let causality = try files.causality()
      let entries = try bound.within(try files.entries(), village: code, causality)
      village = try past(code, entries, causality)
      sources = Self.sources(of: entries, village: code)
    }
    let form = formToReadWith().map { ReportForm($0, tag: language.rawValue) }
    let words = RecordSentences.of(language)
    let reported = ReportedVillage(
      village, sources: sources,
      damages: files.faults.filter(\.isDamage).map(words.line))
    return (reported, form)
  }

  /// The village as those entries alone tell it: nothing that was derived is taken or left behind.
  private func past(
    _ code: String, _ entries: [Entry], _ causality: Causality
  ) throws -> Village {
    let bySubject = Dictionary(grouping: entries, by: \.subject)
    let forms = self.forms
    let roles = self.roles
    let store = VillageStore(
      append: { _, _ in [] },
      entriesOf: { subjects in Set(subjects).flatMap { bySubject[$0] ?? [] }.sorted() },
      entries: { entries }, entriesSince: { _ in nil }, heads: { Heads(of: entries) },
      readDerived: { _ in nil }, writeDerived: { _, _ in }, causality: { causality },
      roles: { roles })
    return try VillageDesk(
      code: code, store: store, pinyin: Self.pinyin, forms: { forms.form($0) }
    ).village
  }

  /// How far the journals of a village go; their entries are not read for that.
  private static func sources(
    of files: VillageFiles, village: String
  ) throws -> [ReportSource] {
    var erased: [WriterID: Int] = [:]
    for journal in files.keys().keys {
      let count = try files.erased(in: journal, after: 0, upTo: Int.max).total
      if count > 0 { erased[journal.writer, default: 0] += count }
    }
    return sources(try files.heads(), erased, village)
  }

  /// How far the journals go of which some entries are.
  private static func sources(of entries: [Entry], village: String) -> [ReportSource] {
    var erased: [WriterID: Int] = [:]
    for entry in entries where entry.body == nil { erased[entry.writer, default: 0] += 1 }
    return sources(Heads(of: entries), erased, village)
  }

  private static func sources(
    _ heads: Heads, _ erased: [WriterID: Int], _ village: String
  ) -> [ReportSource] {
    heads.tips.flatMap { writer, tips in
      tips.map {
        ReportSource(
          village: village, writer: writer.rawValue, sequence: $0.sequence,
          entry: $0.id.rawValue, erased: erased[writer] ?? 0)
      }
    }.sorted()
  }
}
