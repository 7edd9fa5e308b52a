import FormEngine

extension Standard {
  /// The lines of money that the county must set and has not, each with the rules that wait for it,
  /// by their places in the standard.
  public var unsetLines: [(parameter: Int, checks: [Int])] {
    let waiting = unset
    return parameters.indices.compactMap { parameter in
      guard parameters[parameter].line == .yes else { return nil }
      let checks = waiting.filter { $0.parameters.contains(parameter) }.map(\.check)
      return checks.isEmpty ? nil : (parameter, checks)
    }
  }
}
