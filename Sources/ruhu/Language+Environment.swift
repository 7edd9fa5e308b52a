import ArgumentParser
import Screens

extension Language: ExpressibleByArgument {}

extension Language {
  /// The language that the environment asks for: `RUHU_LANG`, then the locale; English else.
  static func preferred(in environment: [String: String]) -> Language {
    if let chosen = environment["RUHU_LANG"].flatMap(Language.init(tag:)) { return chosen }
    // POSIX: the first of these that is set and not empty counts.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale.flatMap(Language.init(tag:)) ?? .english
  }

  /// Reads a tag such as `zh_CN.UTF-8`.
  private init?(tag: String) {
    let tag = tag.lowercased()
    if tag.hasPrefix("zh") {
      self = .chinese
    } else if tag.hasPrefix("en") {
      self = .english
    } else {
      return nil
    }
  }
}
