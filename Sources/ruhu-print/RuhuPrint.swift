import Glibc
import ReportPrinting
import ReportStream

/// Prints one report, as `ruhu-print xlsx|pdf FILE` asks.
///
/// It reads the report from standard input and answers on standard output. `ruhu report` runs it; it is a program of its own so that `ruhu` never loads what only
/// printing needs.
@main enum RuhuPrint {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments == ["--version"] {
      print("\(ReportPrint.program) \(ReportFrames.version)")
      return
    }
    guard arguments.count == 2, let name = arguments.first, let path = arguments.last,
      let format = ReportPrint.Format(rawValue: name), isatty(STDIN_FILENO) == 0
    else {
      print("ruhu-print is run by: ruhu report --format xlsx|pdf --out FILE", to: &Errors.stream)
      exit(64)
    }
    var fault: PrintFault?
    do throws(PrintFault) {
      try Printing(format, path).perform()
    } catch {
      fault = error
    }
    let answer = PrintAnswer.bytes(fault)
    _ = write(STDOUT_FILENO, answer, answer.count)
    exit(fault == nil ? 0 : 1)
  }
}

/// Standard error, as something to print to.
enum Errors: TextOutputStream {
  case standard
  static var stream: Errors {
    get { .standard }
    set {}
  }

  mutating func write(_ string: String) {
    let bytes = Array(string.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
