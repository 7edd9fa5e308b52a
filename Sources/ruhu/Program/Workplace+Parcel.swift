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
      into: folder, team: authority.team, passphrase: passphrase, person: likelyPerson,
      isKnown: { $0 == sender }, overlays: overlayRules,
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

  /// The county's own overlays as the team's journals give them, read anew each time: what a meeting
  /// brings counts at once.
  var overlayRules: OverlayRules {
    OverlayRules(
      given: {
        try self.readTeam()
        return self.team.overlays.map {
          .init(name: $0.name, hash: $0.hash, place: $0.stamp.place)
        }
      },
      mayGive: { person in
        (try? self.folder.publicKey()).map { self.authority.mayAdmit(person, at: $0) } ?? false
      },
      draft: { Fact.overlayGiven(name: $0, hash: $1).draft(of: .team) })
  }
}
