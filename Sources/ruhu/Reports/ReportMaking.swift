import Fieldwork
import RecordFiles
import Reports
import Screens

/// Makes a report of villages of an open Data folder.
struct ReportMaking {
  let workplace: Workplace
  let language: Language
  /// The day of the figures.
  let day: String
  let bound: ReportBound

  /// Makes it; villages that are not here are said to be missing, but not all of them may be.
  func completion(_ codes: [String]) throws -> Report {
    let here = Set(try workplace.villages().map(\.code))
    let present = codes.filter(here.contains)
    guard let first = codes.first else { throw Workplace.Fault.noVillage }
    guard !present.isEmpty else { throw DataFolderFault.noSuchVillage(first) }
    var villages: [ReportedVillage] = []
    var form: ReportForm?
    for code in present {
      let found = try workplace.reported(code, bound, language)
      villages.append(found.village)
      if form == nil { form = found.form }
    }
    guard let form else {
      throw Refusal(ReportSentences.of(language).noForm)
    }
    return CompletionReport(
      villages, form: form, words: .of(language.rawValue),
      request: CompletionReport.Request(
        day: day, absent: codes.filter { !here.contains($0) })
    ).report
  }
}
