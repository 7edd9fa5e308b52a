import Reports
import SeededRandom
import Testing

@testable import ReportStream

@Suite struct ReportStreamTests {
  private func parts(_ bytes: [UInt8], chunks: [Int] = []) throws -> [ReportPart] {
    var reader = ReportFrames.Reader()
    var parts: [ReportPart] = []
    var rest = bytes[...]
    var chunks = chunks
    while !rest.isEmpty {
      let count = chunks.isEmpty ? rest.count : min(max(1, chunks.removeFirst()), rest.count)
      reader.feed(rest.prefix(count))
      rest = rest.dropFirst(count)
      while let part = try reader.next() { parts.append(part) }
    }
    return parts
  }

  private func stream(_ parts: [ReportPart]) -> [UInt8] {
    var frames = ReportFrames()
    for part in parts { frames.add(part) }
    return frames.take()
  }

  @Test(arguments: 0..<200) func whatGoesInComesOutInWhateverChunks(seed: Int) throws {
    var random = RandomReport(seed: UInt64(seed))
    let report = random.report()
    var sent: [ReportPart] = []
    report.forEachPart { sent.append($0) }
    let bytes = stream(sent)
    let chunks = (0..<bytes.count).map { _ in random.number(9) }
    #expect(try parts(bytes) == sent)
    #expect(try parts(bytes, chunks: chunks) == sent)
    var collector = ReportCollector()
    for part in sent { collector.add(part) }
    #expect(collector.report == report)
  }

  @Test(arguments: 0..<40) func aStreamThatIsCutOffHasNoEnd(seed: Int) throws {
    var random = RandomReport(seed: UInt64(seed))
    var sent: [ReportPart] = []
    random.report().forEachPart { sent.append($0) }
    let bytes = stream(sent)
    let cut = random.number(bytes.count)
    #expect(try !parts(Array(bytes.prefix(cut))).contains(.end))
  }

  @Test(arguments: 0..<200) func whatIsAlteredIsRefusedOrRead(seed: Int) throws {
    var random = RandomReport(seed: UInt64(seed))
    var sent: [ReportPart] = []
    random.report().forEachPart { sent.append($0) }
    var bytes = stream(sent)
    let place = random.number(bytes.count)
    bytes[place] ^= UInt8(1 + random.number(255))
    do {
      // Whatever it reads, it does not read what was sent.
      #expect(try parts(bytes) != sent)
    } catch let fault as PrintFault {
      #expect([.broken, .otherVersion].contains(fault))
    }
  }

  @Test func anotherVersionIsToldApartFromNonsense() {
    #expect(throws: PrintFault.otherVersion) { try parts(Array("ruhu-report 2\n\u{1}".utf8)) }
    #expect(throws: PrintFault.broken) { try parts(Array("PK\u{3}\u{4}".utf8)) }
    #expect(throws: PrintFault.broken) { try parts(Array("ruhu-report 1234567890\n".utf8)) }
  }

  @Test func answersComeBackAsTheyWere() {
    let faults: [PrintFault?] =
      [
        nil, .noGlyphs([0x3400, 0x20000], count: 7), .noGlyphs([], count: 0),
        .tooLarge(table: "明细"), .library(code: -3), .otherVersion, .broken,
      ] + PrintFault.Call.allCases.map { .disk($0, code: 28) }
    for fault in faults { #expect(PrintAnswer.fault(PrintAnswer.bytes(fault)) == fault) }
    #expect(PrintAnswer.fault([]) == .otherVersion)
    #expect(PrintAnswer.fault([9, 0]) == .otherVersion)
    #expect(PrintAnswer.fault([1, 1, 77]) == .otherVersion)
  }

  @Test func aDraftStandsBesideItsFile() {
    #expect(ReportPrint.draft(of: "/a/b.pdf") == "/a/.b.pdf.new")
    #expect(ReportPrint.draft(of: "b.pdf") == ".b.pdf.new")
    #expect(ReportPrint.draft(of: "/b.pdf") == "/.b.pdf.new")
  }
}
