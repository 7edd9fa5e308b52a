import Glibc
import ReportPrinting
import ReportStream

/// Reads a report from standard input and writes it into a file: all of it, or nothing.
struct Printing {
  private let format: ReportPrint.Format
  private let path: String

  init(_ format: ReportPrint.Format, _ path: String) {
    self.format = format
    self.path = path
  }

  func perform() throws(PrintFault) {
    // Who reads the answer may be gone: that is no reason to leave half a file.
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    let draft = try Draft(for: path)
    do throws(PrintFault) {
      var writer: any PartWriter
      switch format {
      case .xlsx: writer = try XLSXWriter(path: draft.path)
      case .pdf: writer = PDFWriter(file: draft.file)
      }
      try copy(to: &writer)
      try writer.finish()
      try draft.settle()
    } catch {
      draft.remove()
      throw error
    }
  }

  private func copy(to writer: inout any PartWriter) throws(PrintFault) {
    var reader = ReportFrames.Reader()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      // An end before the end: whoever makes the report is gone.
      guard count > 0 else { throw .broken }
      reader.feed(chunk[..<count])
      while let part = try reader.next() {
        try writer.add(part)
        if part == .end { return }
      }
    }
  }
}
