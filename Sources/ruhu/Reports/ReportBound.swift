import Record
import Reports

/// How much of a record a report is made of.
enum ReportBound {
  /// All that is here.
  case everything
  /// What was written up to the end of a day, by the clocks of the laptops that wrote it.
  case day(String)
  /// What another report was made of.
  case sources([ReportSource])
}

/// Why a report cannot be made of what another one was made of.
struct AbsentSource: Error, Equatable {
  /// What the other report had read.
  let source: ReportSource
}

extension ReportBound {
  /// The entries of a scope that are within it; `village` is empty for the team.
  func within(
    _ entries: [Entry], village: String, _ causality: Causality
  ) throws(AbsentSource) -> [Entry] {
    switch self {
    case .everything: return entries
    case .day(let day): return entries.filter { $0.time.prefix(10) <= day }
    case .sources(let sources):
      var ends: [WriterID: [EntryPlace]] = [:]
      let own = sources.filter { $0.village == village }
      let ids = Dictionary(
        entries.map { ($0.id.rawValue, $0.place) }, uniquingKeysWith: { one, _ in one })
      for source in own {
        guard let place = ids[source.entry], place.sequence == source.sequence else {
          throw AbsentSource(source: source)
        }
        ends[place.journal.writer, default: []].append(place)
      }
      // What stands before an entry in its journal, whatever the branches are called here.
      return entries.filter { entry in
        let place = entry.place
        return ends[entry.writer]?.contains {
          $0 == place || (place.sequence < $0.sequence && causality.saw($0, place))
        } ?? false
      }
    }
  }
}
