import CPango
import Glibc
import ReportStream
import Reports

/// A PDF file that is being written.
final class PDFSurface {
  /// The open file, and what went wrong in it first.
  private final class Sink {
    let file: Int32
    var code: Int32 = 0
    init(_ file: Int32) { self.file = file }
  }

  private let sink: Sink
  private let surface: OpaquePointer
  let cairo: OpaquePointer

  private static let colours: [(Double, Double, Double)] = [
    (0.17, 0.48, 0.29), (0.70, 0.15, 0.12), (0.79, 0.64, 0.15), (0.77, 0.79, 0.83),
    (0.29, 0.44, 0.65), (0.49, 0.36, 0.65),
  ]

  /// Writes into an open file.
  init(_ file: Int32, _ head: Report.Head) throws(PrintFault) {
    sink = Sink(file)
    let made = cairo_pdf_surface_create_for_stream(
      { closure, bytes, count in
        guard let closure else { return CAIRO_STATUS_SUCCESS }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        var done = 0
        // Cairo goes on to draw on a surface whose writing failed, and falls over it: so it is told of
        // nothing, and what went wrong first is asked for behind every page.
        while sink.code == 0, done < Int(count) {
          let written = write(sink.file, bytes.map { $0 + done }, Int(count) - done)
          if written > 0 {
            done += written
          } else if written == 0 || errno != EINTR {
            sink.code = written == 0 ? ENOSPC : errno
          }
        }
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), 595.276, 841.89)
    guard let made, let cairo = cairo_create(made) else { throw .library(code: 0) }
    surface = made
    self.cairo = cairo
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, head.title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, head.subject)
    // Not the moment at which it is made: the same figures give the same file.
    let day = "\(CivilDay(head.day) == nil ? "1970-01-01" : head.day)T00:00:00Z"
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, day)
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  func begin(_ page: PDFPage) {
    cairo_pdf_surface_set_size(surface, page.size.width, page.size.height)
  }

  func endPage() throws(PrintFault) {
    cairo_show_page(cairo)
    try look()
  }

  /// Ends the file.
  func finish() throws(PrintFault) {
    cairo_surface_finish(surface)
    try look()
  }

  private func look() throws(PrintFault) {
    if sink.code != 0 { throw .disk(.write, code: sink.code) }
    let status = cairo_status(cairo)
    let ended = cairo_surface_status(surface)
    for status in [status, ended] where status != CAIRO_STATUS_SUCCESS {
      throw .library(code: Int32(status.rawValue))
    }
  }

  func draw(_ item: PDFItem, _ text: PangoText, page: Int) {
    switch item {
    case .text(let words, let style, let x, let y, let width, let alignment):
      text.draw(words, style, x: x, y: y, width: width, alignment, on: cairo)
    case .line(let fromX, let fromY, let toX, let toY, let weight):
      cairo_set_source_rgb(cairo, 0.2, 0.2, 0.2)
      cairo_set_line_width(cairo, weight)
      cairo_move_to(cairo, fromX, fromY)
      cairo_line_to(cairo, toX, toY)
      cairo_stroke(cairo)
    case .box(let x, let y, let width, let height, let ground, let frame):
      cairo_rectangle(cairo, x, y, width, height)
      if let ground {
        cairo_set_source_rgb(cairo, ground, ground, ground)
        if frame == nil { cairo_fill(cairo) } else { cairo_fill_preserve(cairo) }
      }
      if let frame {
        cairo_set_source_rgb(cairo, 0.45, 0.45, 0.5)
        cairo_set_line_width(cairo, frame)
        cairo_stroke(cairo)
      }
    case .part(let x, let y, let width, let height, let look):
      draw(x, y, width, height, look)
    case .mark(let title):
      cairo_pdf_surface_add_outline(
        surface, CAIRO_PDF_OUTLINE_ROOT, title, "page=\(page)", CAIRO_PDF_OUTLINE_FLAG_OPEN)
    }
  }

  /// A ground in a colour, and lines over it that differ from part to part.
  private func draw(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ look: Int) {
    cairo_save(cairo)
    cairo_rectangle(cairo, x, y, width, height)
    let colour = Self.colours[look % Self.colours.count]
    cairo_set_source_rgb(cairo, colour.0, colour.1, colour.2)
    cairo_fill_preserve(cairo)
    cairo_clip(cairo)
    cairo_set_source_rgb(cairo, 1, 1, 1)
    cairo_set_line_width(cairo, 0.9)
    hatch(x, y, width, height, look % Self.colours.count)
    cairo_restore(cairo)
    cairo_rectangle(cairo, x, y, width, height)
    cairo_set_source_rgb(cairo, 0.2, 0.2, 0.2)
    cairo_set_line_width(cairo, 0.5)
    cairo_stroke(cairo)
  }

  private func hatch(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ look: Int) {
    func lines(_ step: Double, slant: Double) {
      for start in stride(from: x - height, to: x + width + height, by: step) {
        cairo_move_to(cairo, start, y + height)
        cairo_line_to(cairo, start + slant * height, y)
      }
      cairo_stroke(cairo)
    }
    switch look {
    case 1: lines(4, slant: 1)
    case 2:
      for down in stride(from: y + 2, to: y + height, by: 4) {
        for across in stride(from: x + 2, to: x + width, by: 4) {
          cairo_rectangle(cairo, across, down, 1.2, 1.2)
        }
      }
      cairo_fill(cairo)
    case 3:
      for down in stride(from: y + 2.5, to: y + height, by: 3.5) {
        cairo_move_to(cairo, x, down)
        cairo_line_to(cairo, x + width, down)
      }
      cairo_stroke(cairo)
    case 4:
      lines(5, slant: 1)
      lines(5, slant: -1)
    case 5: lines(4, slant: 0)
    default: break
    }
  }
}
