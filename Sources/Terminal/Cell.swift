/// One place of a canvas: a glyph, or the right half of the wide glyph before it.
public struct Cell: Hashable, Sendable {
  /// What is drawn; in a right half, a blank that is never drawn.
  public let glyph: Glyph
  /// What it means.
  public let role: Role
  /// Whether this is the right half of the wide glyph in the cell before.
  public let isContinuation: Bool

  /// A cell that begins a glyph.
  public init(_ glyph: Glyph, role: Role) {
    self.init(glyph: glyph, role: role, isContinuation: false)
  }

  private init(glyph: Glyph, role: Role, isContinuation: Bool) {
    self.glyph = glyph
    self.role = role
    self.isContinuation = isContinuation
  }

  /// The right half of a wide glyph.
  static func continuation(role: Role) -> Cell {
    Cell(glyph: .blank, role: role, isContinuation: true)
  }

  /// An empty cell.
  public static let blank = Cell(.blank, role: .text)

  func with(role: Role) -> Cell {
    Cell(glyph: glyph, role: role, isContinuation: isContinuation)
  }
}
