import Station

extension Context {
  /// The day the work is dated with: the clock's, or the one a person confirmed against it.
  var workingDay: String {
    guard let village else { return today }
    switch WorkingDate.standing(today, in: village) {
    case .clock(let day), .confirmed(let day), .behind(let day): return day
    }
  }
}
