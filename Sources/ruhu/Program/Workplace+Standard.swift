import Fieldwork
import FormEngine
import JSONText
import RecordFiles
import Screens
import Station
import Terminal

extension Workplace {
  /// The form that new interviews of the open village are bound to.
  var form: FormInForce? { desk.flatMap { villageForms[$0.village.code] } }

  /// Makes the standard that was chosen for a village the one that new interviews are bound to.
  ///
  /// Where a file of it is missing or broken, the last one that could be used in this village stays,
  /// and is said to: a laxer standard must never slip in. Throws where there is no such one, too.
  func takeUpStandard(of village: Village, _ files: VillageFiles) throws {
    let lastGood = villageForms[village.code]?.good ?? LastGoodForm(json: files.standard())
    do {
      let chosen = try forms.effective(overlay: village.overlay, profile: village.profile)
      var good = LastGoodForm(
        overlay: village.overlay, profile: village.profile, form: chosen.hash,
        since: lastGood?.since ?? "")
      if good != lastGood { good.since = clock() }
      if folder.mode == .writing {
        // Before anything can be bound to it.
        _ = try folder.keep(chosen.bytes, in: .forms)
        if good != lastGood { files.rememberStandard(good.json) }
      }
      villageForms[village.code] = FormInForce(good: good, definition: chosen.definition)
    } catch let fault as FormLibrary.Fault {
      // Without any form the program is not installed right: that is no matter of a standard.
      if case .missing = fault { throw fault }
      guard let lastGood, let definition = forms.form(lastGood.form) else { throw fault }
      villageForms[village.code] = FormInForce(
        good: lastGood, definition: definition,
        trouble: FormInForce.Trouble(fault: fault, lastGood: lastGood))
    }
  }

  /// The form in force in the open village, for whatever only reads: where no form lies here at all, the
  /// last one that could be used; nil where there never was one.
  func formToReadWith() -> FormDefinition? {
    guard let desk, let files else { return nil }
    // A reader goes without what an interview must not go without.
    try? takeUpStandard(of: desk.village, files)
    return form?.definition
      ?? LastGoodForm(json: files.standard()).flatMap { forms.form($0.form) }
  }

  /// Takes up what was just chosen for the open village; whatever stands in the way, the form in force
  /// stays and is said to.
  func takeUpChosenStandard() {
    guard let desk, let files, let before = form else { return }
    do {
      try takeUpStandard(of: desk.village, files)
    } catch {
      villageForms[desk.village.code]?.trouble = FormInForce.Trouble(
        fault: error, lastGood: before.good)
    }
  }

  /// What is to be said when the open village's chosen standard cannot be used.
  func standardNotice(_ language: Language) -> Notice? {
    form?.trouble.map { Notice($0.sentence(language), role: .warning) }
  }
}
