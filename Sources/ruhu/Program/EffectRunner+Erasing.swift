import Fieldwork
import Record
import Screens
import Station

extension EffectRunner {
  /// Finds out what an erasure would take away.
  func planErasure(_ target: ErasureTarget) -> [Message] {
    do {
      let entries = try workplace.entries(erasedBy: target)
      let mayErase = person.map { workplace.mayErase(entries, $0) } ?? false
      return [.erasure(ShownErasure(entries: entries.count, mayErase: mayErase))]
    } catch {
      return [.notOpened(Self.fault(error))]
    }
  }

  /// Erases, if the person may.
  func erase(_ target: ErasureTarget, _ reason: String) -> [Message] {
    guard let person else { return [.notRecorded(.notOpenForWriting)] }
    do {
      guard workplace.mayErase(try workplace.entries(erasedBy: target), person) else {
        return planErasure(target) + [.notRecorded(.notOpenForWriting)]
      }
      let count = try workplace.erase(target, reason: reason, person: person)
      return (workplace.desk.map { [.village($0.village)] } ?? [])
        + [.erased(count), .secondCopy(workplace.secondCopyState())]
    } catch {
      return [.notRecorded(Self.fault(error))]
    }
  }
}
