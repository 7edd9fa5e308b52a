import CXLSXWriter
import Reports

/// The formats of a workbook's cells, each made when it is first needed.
final class XLSXFormats {
  /// What a cell looks like.
  enum Look: Hashable {
    case title, subject, label, text, warning, figure(Number), link
    case columnTitle, columnGroup
    case cell(Number, ReportRow.Role)
    case note, plain
  }

  /// How a cell's content is shown.
  enum Number: Hashable {
    case text, count, share, decimals(Int), day
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Look: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  subscript(look: Look) -> UnsafeMutablePointer<lxw_format>? {
    if let format = made[look] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    set(look, format)
    made[look] = format
    return format
  }

  private static let grey: lxw_color_t = 0x99_99AA
  private static let headFill: lxw_color_t = 0xDD_E3EC
  private static let partFill: lxw_color_t = 0xEE_F1F5

  private func set(_ look: Look, _ format: UnsafeMutablePointer<lxw_format>) {
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch look {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 15)
    case .subject: format_set_font_size(format, 12)
    case .label: format_set_font_color(format, 0x44_4444)
    case .text: format_set_text_wrap(format)
    case .warning:
      format_set_bold(format)
      format_set_font_color(format, 0xAA_0000)
      format_set_text_wrap(format)
    case .figure(let number):
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
      set(number, format)
    case .link:
      format_set_font_color(format, 0x1F_4E9E)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .columnTitle, .columnGroup: setHead(look, format)
    case .cell(let number, let role): setCell(number, role, format)
    case .note: format_set_font_color(format, 0x44_4444)
    case .plain: break
    }
  }

  private func setHead(_ look: Look, _ format: UnsafeMutablePointer<lxw_format>) {
    format_set_bold(format)
    format_set_text_wrap(format)
    format_set_bg_color(format, Self.headFill)
    setBorder(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
  }

  private func setCell(
    _ number: Number, _ role: ReportRow.Role, _ format: UnsafeMutablePointer<lxw_format>
  ) {
    setBorder(format)
    set(number, format)
    switch role {
    case .body: break
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
    case .heading:
      format_set_bold(format)
      format_set_bg_color(format, Self.partFill)
    }
  }

  private func set(_ number: Number, _ format: UnsafeMutablePointer<lxw_format>) {
    switch number {
    case .text: format_set_text_wrap(format)
    case .count: format_set_num_format(format, "0")
    case .share: format_set_num_format(format, "0.0%")
    case .decimals(let count):
      format_set_num_format(format, count > 0 ? "0." + String(repeating: "0", count: count) : "0")
    case .day: format_set_num_format(format, "yyyy-mm-dd")
    }
  }

  private func setBorder(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, Self.grey)
  }
}
