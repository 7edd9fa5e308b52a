/// A word of the table of cases that may be written in Chinese.
protocol CaseWord: CaseIterable, RawRepresentable, Equatable where RawValue == String {
  /// The Chinese word.
  var chinese: String { get }
}

extension StandardCase.Outcome: CaseWord {
  /// As a table says it in Chinese.
  public var chinese: String {
    switch self {
    case .fires: "触发"
    case .clear: "不触发"
    case .unknown: "还不能定"
    case .unset: "未设定"
    }
  }
}

extension VerdictState: CaseWord {
  /// As a table of cases says it in Chinese.
  public var chinese: String {
    switch self {
    case .met: "达标"
    case .notMet: "不达标"
    case .unknown: "还不能定"
    case .notApplicable: "不适用"
    case .notAssessed: "没有评"
    }
  }
}

extension StandardCase.Kind: CaseWord {
  /// As a table says it in Chinese.
  public var chinese: String {
    switch self {
    case .fires: "触发"
    case .boundary: "边界"
    case .dk: "不清楚"
    case .hidden: "不问"
    case .blank: "未答"
    case .overlay: "地区"
    case .other: "其他"
    }
  }
}
