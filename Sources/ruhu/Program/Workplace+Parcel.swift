import Fieldwork
import Record
import RecordFiles
import Screens
import Sync

extension Workplace {
  /// Takes in a parcel of a sender that a person or the team knows; the lists are brought up to date.
  func unpack(
    _ parcel: Parcel, passphrase: String?, sender: [UInt8], progress: (Int, Int) -> Bool
  ) throws -> MeetingReport {
    var arrivals = MeetingArrivals()
    let report = try parcel.unpack(
      into: folder, team: authority.team, passphrase: passphrase, person: actingPerson,
      isKnown: { $0 == sender },
      arrived: { (scope, arrival) throws(DataFolderFault) in
        do {
          try self.take(arrival, scope, &arrivals)
        } catch let fault as DataFolderFault {
          throw fault
        } catch {
          throw .unreadable(scope.folder)
        }
      }, progress: progress)
    return finish(report, parcel.path, arrivals)
  }
}
