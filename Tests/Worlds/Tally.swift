/// What worlds came to, so that it can be seen that they were not empty.
struct Tally: Sendable {
  var laptops = 0
  var steps = 0
  var entries = 0
  var heldApart = 0
  var erasedBodies = 0
  var forks = 0
  var conflicts = 0
  var decidedApart = 0
  var movedApart = 0
  var met = 0
  var approved = 0
  var issues = 0
  var struckOff = 0

  static func += (left: inout Tally, right: Tally) {
    left.laptops += right.laptops
    left.steps += right.steps
    left.entries += right.entries
    left.heldApart += right.heldApart
    left.erasedBodies += right.erasedBodies
    left.forks += right.forks
    left.conflicts += right.conflicts
    left.decidedApart += right.decidedApart
    left.movedApart += right.movedApart
    left.met += right.met
    left.approved += right.approved
    left.issues += right.issues
    left.struckOff += right.struckOff
  }

  /// In one line.
  var line: String {
    "\(laptops) laptops, \(steps) steps, \(entries) entries (\(heldApart) held apart, "
      + "\(erasedBodies) erased), \(forks) forks, \(conflicts) open conflicts (\(decidedApart) "
      + "of them decided apart, \(movedApart) moved apart), \(met) domains met, "
      + "\(approved) approved, \(issues) issues (\(struckOff) struck off)"
  }
}
