/// What may stand in the cells of a register's column.
public enum RegisterContent: Equatable, Sendable {
  case text(limit: Int)
  case wholeNumber(ClosedRange<Int>)
  case villageCode
  case phone
  case citizenNumber
  case pastDate
  case choice(list: String)
  case choices(list: String)

  /// The choice list, where there is one.
  public var list: String? {
    switch self {
    case .choice(let list), .choices(let list): list
    default: nil
    }
  }
}
