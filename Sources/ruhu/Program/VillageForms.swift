import FormEngine
import JSONText
import Screens
import Synchronization

/// The form that new interviews of a village are bound to, and why it is not the chosen one.
struct FormInForce: Sendable {
  /// What stands in the way of the standard that was chosen.
  struct Trouble: Sendable {
    /// What is wrong with it.
    let fault: any Error
    /// What stays in use instead.
    let lastGood: LastGoodForm
  }

  /// What it is made of.
  let good: LastGoodForm
  let definition: FormDefinition
  /// Nil when the chosen standard is in force.
  var trouble: Trouble?

  /// The hash under which the form is kept.
  var hash: String { good.form }
}

/// The last standard of a village that could be used here, as it is noted beside its journals.
struct LastGoodForm: Equatable, Sendable {
  var overlay: String
  var profile: String
  /// The hash of the form with both merged in.
  var form: String
  /// Since when it is in use here: wall time.
  var since: String

  init(overlay: String, profile: String, form: String, since: String) {
    self.overlay = overlay
    self.profile = profile
    self.form = form
    self.since = since
  }

  init?(json: JSON?) {
    guard let json, let form = json["form"]?.string else { return nil }
    self.init(
      overlay: json["overlay"]?.string ?? "", profile: json["profile"]?.string ?? "", form: form,
      since: json["since"]?.string ?? "")
  }

  var json: JSON {
    [
      "overlay": .string(overlay), "profile": .string(profile), "form": .string(form),
      "since": .string(since),
    ]
  }
}

/// The forms in force in the villages that were opened, for the screens, which share it with the
/// files' side.
final class VillageForms: Sendable {
  private let inForce = Mutex<[String: FormInForce]>([:])

  /// The form in force in the village of a code; nil before the village was opened.
  subscript(code: String) -> FormInForce? {
    get { inForce.withLock { $0[code] } }
    set { inForce.withLock { $0[code] = newValue } }
  }
}

extension VillageForm {
  /// The form in force as the screens know it.
  init(_ form: FormInForce) {
    self.init(hash: form.hash, definition: form.definition)
    if let trouble = form.trouble { self.trouble = { trouble.sentence($0) } }
  }
}
