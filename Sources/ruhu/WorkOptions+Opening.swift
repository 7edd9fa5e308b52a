import Fieldwork
import RecordFiles
import Screens

extension WorkOptions {
  var language: Language { languageOption.language }

  /// Opens the data folder and the team's journals.
  ///
  /// Only what begins a village may make the folder; only what takes answers needs the current form.
  func open(
    _ mode: DataFolder.Mode, fillsForms: Bool = false, makingFolder: Bool = false
  ) throws -> Workplace {
    let places = places
    if !makingFolder, try PosixDisk().status(places.data) == nil {
      throw DataFolderFault.noSuchFolder(places.data)
    }
    return try Workplace(places: places, mode: mode, fillsForms: fillsForms)
  }

  /// Says what was found and done when journals were opened for writing.
  func tellNotices(of workplace: Workplace) {
    Refusal(workplace.folder.notices.map { $0.sentence(language) }).say()
  }

  /// Says that another standard than the chosen one is in use, if one is.
  func tellStandard(of workplace: Workplace) {
    if let notice = workplace.standardNotice(language) { Refusal(notice.text).say() }
  }

  /// The village named, or the only one there is.
  func village(_ code: String?, in workplace: Workplace) throws -> String {
    if let code { return code }
    let villages = try workplace.villages()
    guard villages.count == 1 else {
      throw Refusal(ActSentences.of(language).whichVillage(villages.map(\.code)))
    }
    return villages[0].code
  }
}
