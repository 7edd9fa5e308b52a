import Screens

/// What is said about files that cannot be used.
struct FileSentences: Sendable {
  let noSuchFile: @Sendable (_ path: String) -> String
  let isFolder: @Sendable (_ path: String) -> String
  let unreadable: @Sendable (_ path: String, _ reason: String) -> String
  let notUTF8: @Sendable (_ path: String) -> String
  let notJSONAtByte: @Sendable (_ path: String, _ offset: Int) -> String
  let notJSON: @Sendable (_ path: String, _ line: Int, _ column: Int) -> String

  static func of(_ language: Language) -> FileSentences {
    language == .chinese ? chinese : english
  }

  /// What is wrong with a file named on the command line.
  func sentence(_ fault: InputFile.Fault) -> String {
    switch fault {
    case .missing(let path): noSuchFile(path)
    case .isFolder(let path): isFolder(path)
    case .unreadable(let path, let reason): unreadable(path, reason)
    case .notUTF8(let path): notUTF8(path)
    case .notJSON(let path, let line, let column): notJSON(path, line, column)
    }
  }

  static let chinese = FileSentences(
    noSuchFile: { "\($0):没有这个文件。请检查路径。" },
    isFolder: { "\($0):这是文件夹,需要的是文件。" },
    unreadable: { "\($0):无法读取(\($1))。" },
    notUTF8: { "\($0):不是 UTF-8 文本。请另存为 UTF-8。" },
    notJSONAtByte: { "\($0):第 \($1) 字节处不是有效的 JSON。" },
    notJSON: { "\($0):第 \($1) 行第 \($2) 字节处不是有效的 JSON。" })

  static let english = FileSentences(
    noSuchFile: { "\($0): no such file. Check the path." },
    isFolder: { "\($0): is a folder, a file is needed." },
    unreadable: { "\($0): cannot be read (\($1))." },
    notUTF8: { "\($0): not UTF-8 text. Save it as UTF-8." },
    notJSONAtByte: { "\($0): not valid JSON at byte \($1)." },
    notJSON: { "\($0): not valid JSON at line \($1), byte \($2) of the line." })
}
