import JSONText
import ReportWriters
import Reports
import Screens

/// Makes a report again from exactly what it was made of, and says whether it is the same.
struct ReportVerification {
  private let path: String
  private let report: JSON
  private let sources: [ReportSource]
  private let language: Language
  private var sentences: ReportSentences { .of(language) }

  /// Differences that are told one by one; of the rest only how many they are.
  private static let told = 20

  /// Reads a report that was written as JSON.
  init(_ path: String, _ language: Language) throws {
    self.path = path
    self.language = language
    report = try InputFile(path: path).json()
    guard let sources = JSONReport.sources(report), let kind = report["report"]?.string,
      ReportKind(rawValue: kind) == .completion, report["as_of"]?.string != nil
    else { throw Refusal(ReportSentences.of(language).notAReport(path)) }
    guard report["version"]?.int == JSONReport.version else {
      throw Refusal(ReportSentences.of(language).otherVersion(path))
    }
    self.sources = sources
  }

  /// Says the same, the same less what was erased since, or different and where; different is refused.
  func perform(_ workplace: Workplace) throws {
    let tag = report["language"]?.string ?? ""
    let spoken = Language.allCases.first { ReportWords.of($0.rawValue).language == tag } ?? language
    let making = ReportMaking(
      workplace: workplace, language: spoken, day: report["as_of"]?.string ?? "",
      bound: .sources(sources))
    let again: Report
    do {
      again = try making.completion((report["villages"]?.array ?? []).compactMap(\.string))
    } catch let fault as AbsentSource {
      throw Refusal(
        sentences.absentSource(
          fault.source.village, fault.source.writer, fault.source.sequence))
    }
    let found = ReportDifference.between(report, JSONReport.json(again))
    let erased =
      again.sources.reduce(0) { $0 + $1.erased } - sources.reduce(0) { $0 + $1.erased }
    if found.isEmpty {
      return Output.line(erased > 0 ? sentences.sameLess(path, erased) : sentences.same(path))
    }
    let lines = found.prefix(Self.told).map {
      sentences.difference($0.table, $0.row, $0.column, $0.before, $0.now)
    }
    let rest = found.count - lines.count
    let more = rest > 0 ? [RegisterSentences.of(language).andMore(rest)] : []
    if erased > 0 {
      // What was erased is not counted any more: that is what an erasure is for.
      for line in [sentences.differentByErasure(path, erased)] + lines + more {
        Output.line(line)
      }
      return
    }
    throw Refusal([sentences.different(path, found.count)] + lines + more)
  }
}
