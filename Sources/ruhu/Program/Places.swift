import Glibc

/// Where things lie on this laptop.
struct Places {
  /// The Data folder.
  var data: String
  /// The device's own folder: its key, its marks, its settings; never inside Data.
  var device: String
  /// The folder of questionnaires.
  var forms: String

  /// Takes what was given on the command line, else the environment (`RUHU_DATA`, `RUHU_DEVICE`,
  /// `RUHU_FORMS`), else the places that the XDG base directories name.
  init(data: String?, device: String? = nil, forms: String? = nil) {
    let home = Self.environment("HOME") ?? "."
    let share = Self.environment("XDG_DATA_HOME") ?? "\(home)/.local/share"
    let config = Self.environment("XDG_CONFIG_HOME") ?? "\(home)/.config"
    self.data = data ?? Self.environment("RUHU_DATA") ?? "\(share)/ruhu/Data"
    self.device = device ?? Self.environment("RUHU_DEVICE") ?? "\(config)/ruhu"
    self.forms = forms ?? Self.environment("RUHU_FORMS") ?? Self.installedForms()
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The forms beside an installed program (`PREFIX/share/ruhu/Forms`), else those of a checkout.
  private static func installedForms() -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    if count > 0 {
      let path = String(decoding: buffer[..<count], as: UTF8.self)
      let parts = path.split(separator: "/").dropLast(2)
      let shared = "/" + parts.joined(separator: "/") + "/share/ruhu/Forms"
      if access(shared, R_OK) == 0 { return shared }
    }
    return "Forms"
  }
}
