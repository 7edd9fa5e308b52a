/// Why figures could not be taken.
enum BenchmarkFault: Error {
  /// The crypto library did not start.
  case noCrypto
  /// It does not run in the checkout: a file is missing.
  case missing(String)
  /// The keys typed led somewhere else than where a person would be.
  case lost(question: String, wanted: String)
  /// A program that was started ended badly.
  case failed(String, status: Int32)
  /// No invented household fits.
  case noHousehold
  /// The interview did not come to its end.
  case unfinished(String)
}
