/// What it took to carry work from laptops to a stick and from there to other laptops.
struct Carried {
  /// Bytes that were written to the stick.
  var bytes = 0
  /// Nanoseconds to bring it to the stick.
  var out = 0
  /// Nanoseconds to take it in from there.
  var into = 0

  static func seconds(_ nanoseconds: Int) -> Double { Double(nanoseconds) / 1e9 }
}
