import Fieldwork
import Record
import RecordFiles
import Screens

extension Workplace {
  /// The device that a person means: by the eight words of its fingerprint, its identity or its name.
  func device(_ given: String, _ language: Language) throws -> ShownDevice {
    let sentences = TeamSentences.of(language)
    let all = try shownTeam(language).devices
    let words = FingerprintWords(given)
    let found = all.filter {
      $0.words == words || identity(of: $0.key) == given || $0.name == given
    }
    guard let first = found.first else { throw Refusal(sentences.noSuchDevice(given)) }
    guard found.count == 1 else {
      throw Refusal(
        [sentences.severalDevices(given)]
          + found.map { "\(identity(of: $0.key))  \($0.words.text(language))" })
    }
    return first
  }

  /// The person who acts, if they may admit devices, shut them out and give roles.
  func admittingPerson(_ named: String?, _ language: Language) throws -> PersonID {
    let person = try actingPerson(named, language)
    guard authority.founded != nil else { throw Refusal(TeamSentences.of(language).noTeam) }
    guard authority.mayAdmit(person, at: try folder.publicKey()) else {
      throw Refusal(TeamSentences.of(language).mayNotAdmit)
    }
    return person
  }

  /// The journals of the team and of every village.
  func allFiles() throws -> [VillageFiles] {
    try [folder.team()] + folder.villages().map { try folder.village($0) }
  }
}
