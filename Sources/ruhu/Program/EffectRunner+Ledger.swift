import Fieldwork
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

  /// Keeps files that are evidence with the data, under the checksums of their contents.
  func keepEvidence(_ paths: [String]) -> [Message] {
    do {
      return [.evidence(try paths.map { try workplace.evidence.keep($0) })]
    } catch let refused as EvidenceShelf.Refused {
      return [.noEvidence(path: refused.path, refused.fault)]
    } catch {
      return [.notRecorded(Self.fault(error))]
    }
  }
}
