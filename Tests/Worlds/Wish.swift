/// What was asked for on the command line.
struct Wish: Sendable {
  /// How many worlds.
  var count = 2000
  /// The first one's seed; the others follow.
  var seed: UInt64 = 1
  /// A single world, told step by step.
  var only: UInt64?
  /// Whether to go on behind the first broken promise, to count how many there are.
  var keepsGoing = false

  /// Reads the arguments; nil when they say something else.
  init?(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)[...]
    while let option = rest.popFirst() {
      if option == "--keep-going" {
        keepsGoing = true
        continue
      }
      guard let text = rest.popFirst(), let number = UInt64(text) else { return nil }
      switch option {
      case "--count": count = Int(number)
      case "--seed": seed = number
      case "--only": only = number
      default: return nil
      }
    }
  }
}
