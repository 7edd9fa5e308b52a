import CPango

/// Measures and draws words: the same lines wherever they are measured and drawn.
final class PangoText {
  private let fonts: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let layout: OpaquePointer
  private var descriptions: [PDFStyle: OpaquePointer] = [:]
  private var set: (text: String, style: PDFStyle, width: Double?)?

  /// Whatever is installed for Chinese, in the order in which it reads best; the system knows others.
  private static let families =
    "Noto Sans CJK SC, Source Han Sans SC, Source Han Sans CN, WenQuanYi Zen Hei, "
    + "WenQuanYi Micro Hei, Microsoft YaHei, sans-serif"

  /// Takes the fonts that suit a language, as BCP 47 names it.
  init?(language: String) {
    guard let fonts = pango_cairo_font_map_new() else { return nil }
    self.fonts = fonts
    // A point is a unit, so that nothing hangs on a screen's resolution.
    pango_cairo_font_map_set_resolution(OpaquePointer(fonts), 72)
    guard let context = pango_font_map_create_context(fonts) else { return nil }
    self.context = context
    pango_context_set_language(context, pango_language_from_string(language))
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    guard let layout = pango_layout_new(context) else { return nil }
    self.layout = layout
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
  }

  deinit {
    for description in descriptions.values { pango_font_description_free(description) }
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(UnsafeMutableRawPointer(fonts))
  }

  /// Words without what is no character: a control character has no look.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isControl(scalar) ? " " : scalar) }
    return String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    // Also what would turn the direction of the words after it.
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }

  private func prepare(_ text: String, _ style: PDFStyle, _ width: Double?) {
    if let set, set.style == style, set.width == width, set.text == text { return }
    if set?.style != style { pango_layout_set_font_description(layout, description(style)) }
    pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1)
    let shown = Self.printable(text)
    pango_layout_set_text(layout, shown, Int32(shown.utf8.count))
    set = (text, style, width)
  }

  private func description(_ style: PDFStyle) -> OpaquePointer? {
    if let known = descriptions[style] { return known }
    guard let made = pango_font_description_new() else { return nil }
    pango_font_description_set_family(made, Self.families)
    pango_font_description_set_size(made, Int32(style.size * Double(PANGO_SCALE)))
    pango_font_description_set_weight(
      made, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    descriptions[style] = made
    return made
  }

  /// How much room words take, in points; broken into lines where a width is given.
  func size(
    of text: String, _ style: PDFStyle, width: Double? = nil
  ) -> (width: Double, height: Double) {
    prepare(text, style, width)
    var (across, down): (Int32, Int32) = (0, 0)
    pango_layout_get_size(layout, &across, &down)
    let scale = Double(PANGO_SCALE)
    return (Double(across) / scale, Double(down) / scale)
  }

  /// As many lines as fit a height, one at least, and the words that are left.
  func split(
    _ text: String, _ style: PDFStyle, width: Double, height: Double
  ) -> (first: String, rest: String) {
    prepare(text, style, width)
    let shown = Array(Self.printable(text).utf8)
    let count = pango_layout_get_line_count(layout)
    guard count > 1 else { return (text, "") }
    let line = size(of: text, style, width: width).height / Double(count)
    let kept = max(1, Int32(height / line))
    guard kept < count, let next = pango_layout_get_line_readonly(layout, kept) else {
      return (text, "")
    }
    let end = Int(next.pointee.start_index)
    return (
      String(decoding: shown[..<end], as: UTF8.self), String(decoding: shown[end...], as: UTF8.self)
    )
  }

  /// Draws words at a place.
  func draw(
    _ text: String, _ style: PDFStyle, x: Double, y: Double, width: Double,
    _ alignment: PDFAlignment, on cairo: OpaquePointer
  ) {
    prepare(text, style, width)
    let side =
      switch alignment {
      case .left: PANGO_ALIGN_LEFT
      case .centre: PANGO_ALIGN_CENTER
      case .right: PANGO_ALIGN_RIGHT
      }
    pango_layout_set_alignment(layout, side)
    cairo_set_source_rgb(cairo, style.grey, style.grey, style.grey)
    cairo_move_to(cairo, x, y)
    pango_cairo_show_layout(cairo, layout)
  }

  /// Which of these characters no installed font has.
  func absent(_ scalars: Set<Unicode.Scalar>) -> [UInt32] {
    let ordered = scalars.sorted { $0.value < $1.value }
    var absent: [UInt32] = []
    // Most reports lack nothing: whole chunks are tried first.
    for start in stride(from: 0, to: ordered.count, by: 256) {
      let chunk = ordered[start..<min(start + 256, ordered.count)]
      guard unknown(chunk) > 0 else { continue }
      absent += chunk.filter { unknown([$0]) > 0 }.map(\.value)
    }
    return absent
  }

  private func unknown(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    prepare(String(text), .text, nil)
    return Int(pango_layout_get_unknown_glyphs_count(layout))
  }
}
