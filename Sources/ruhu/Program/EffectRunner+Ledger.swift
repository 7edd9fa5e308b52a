import Fieldwork
import Foundation
import RecordFiles
import Screens
import Station

extension EffectRunner {
  /// Reads all that is known of an issue.
  func openIssue(_ id: IssueID, _ ledger: Ledger) -> [Message] {
    guard let desk = workplace.desk else { return [] }
    do {
      guard let issue = try desk.open(id, in: ledger) else { return [.village(desk.village)] }
      return [.issue(issue)]
    } catch {
      return [.notOpened(Self.fault(error))]
    }
  }

  /// The largest file that goes along in a parcel, in bytes.
  private static let largest = 64 << 20

  /// Keeps files that are evidence with the data, under the checksums of their contents.
  func keepEvidence(_ paths: [String]) -> [Message] {
    var files: [EvidenceFile] = []
    for path in paths {
      let place = Self.place(path)
      let size = try? FileManager.default.attributesOfItem(atPath: place)[.size] as? Int
      if let size, size > Self.largest { return [.noEvidence(path: path, .tooLarge)] }
      guard let bytes = try? InputFile(path: place).bytes(), !bytes.isEmpty else {
        return [.noEvidence(path: path, .unreadable)]
      }
      do {
        let hash = try workplace.folder.keep(bytes, in: .attachments)
        files.append(EvidenceFile(hash, name: URL(filePath: place).lastPathComponent))
      } catch {
        return [.notRecorded(Self.fault(error))]
      }
    }
    return [.evidence(files)]
  }

  /// A path as it is typed, or as a terminal puts it down for a file that is dropped on it.
  private static func place(_ typed: String) -> String {
    var path = typed
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      path = String(path.dropFirst().dropLast())
    }
    return (path as NSString).expandingTildeInPath
  }
}
