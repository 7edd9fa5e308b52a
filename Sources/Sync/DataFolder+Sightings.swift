import JSONText
import RecordFiles

extension DataFolder {
  private static let seenNote = "seen"

  /// The other devices that this one has met in exchange folders or heard of there, the longest ago
  /// first.
  ///
  /// Each could say so of itself without proof: a key counts for nothing before somebody admits it.
  public func sightings() -> [SyncReport.Sighting] {
    (syncNote(Self.seenNote)?.array ?? []).compactMap(SyncReport.Sighting.init)
  }

  /// Remembers which devices were met; without it they are only heard of later.
  func remember(_ sightings: [SyncReport.Sighting]) {
    try? setSyncNote(Self.seenNote, .array(sightings.map(\.json)))
  }
}
