import FormEngine
import Screens

/// What is said of the standard of a village.
struct StandardSentences: Sendable {
  let noSuchOverlay: @Sendable (_ name: String, _ here: [String]) -> String
  let noSuchProfile: @Sendable (_ name: String, _ here: [String]) -> String
  let national: String
  let named: @Sendable (_ overlay: String, _ profile: String) -> String
  let stillInUse:
    @Sendable (_ first: String, _ more: Int, _ standard: String, _ since: String)
      -> String

  static func of(_ language: Language) -> StandardSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = StandardSentences(
    noSuchOverlay: { name, here in
      "这里没有“\(name)”这个地方补充。"
        + (here.isEmpty ? "把它的文件放到数据文件夹的 overlays 里。" : "可以用:\(here.joined(separator: "、"))。")
    },
    noSuchProfile: { name, here in
      "这里没有“\(name)”这个口径。"
        + (here.isEmpty ? "把它的文件放到问卷文件夹的 profiles 里。" : "可以用:\(here.joined(separator: "、"))。")
    },
    national: "全国标准",
    named: { overlay, profile in
      (overlay.isEmpty ? "全国标准" : overlay) + (profile.isEmpty ? "" : ",口径 \(profile)")
    },
    stillInUse: { first, more, standard, since in
      "\(first)" + (more > 0 ? "(还有 \(more) 处)" : "") + " 先照用原来的标准:\(standard)(\(since) 起)。"
    })

  static let english = StandardSentences(
    noSuchOverlay: { name, here in
      "There is no overlay \"\(name)\" here. "
        + (here.isEmpty
          ? "Put its file into the folder overlays of the data."
          : "Possible: \(here.joined(separator: ", ")).")
    },
    noSuchProfile: { name, here in
      "There is no profile \"\(name)\" here. "
        + (here.isEmpty
          ? "Put its file into the folder profiles of the forms."
          : "Possible: \(here.joined(separator: ", ")).")
    },
    national: "the national standard",
    named: { overlay, profile in
      (overlay.isEmpty ? "the national standard" : overlay)
        + (profile.isEmpty ? "" : ", profile \(profile)")
    },
    stillInUse: { first, more, standard, since in
      "\(first)" + (more > 0 ? " (and \(more) more)" : "")
        + " The standard before stays in use: \(standard), since \(since)."
    })
}

extension FormInForce.Trouble {
  /// What is wrong with the chosen standard, and what is used instead.
  func sentence(_ language: Language) -> String {
    let sentences = StandardSentences.of(language)
    let lines = Refusal(fault, language).lines
    // A form's faults end with how many there are.
    var more = 0
    if case FormLibrary.Fault.form(_, let faults)? = fault as? FormLibrary.Fault {
      more = faults.faults.count - 1
    }
    return sentences.stillInUse(
      lines.first ?? "", more, sentences.named(lastGood.overlay, lastGood.profile),
      Clock.minute(lastGood.since))
  }
}
