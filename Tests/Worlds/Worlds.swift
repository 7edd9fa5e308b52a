import Glibc
import Record
import SimulatedLaptops
import Trust

/// `worlds --count N --seed S [--only SEED]`: plays worlds on both cores and ends with 1 if in one of
/// them a promise was broken; it prints its seed and the shortest world that still breaks it.
@main enum Worlds {
  static func main() {
    guard let wish = Wish(CommandLine.arguments.dropFirst()) else {
      print("worlds [--count N] [--seed S] [--only SEED] [--keep-going]")
      exit(64)
    }
    guard let crypto = Crypto.sodium(), let sealing = Sealing.sodium() else {
      print("worlds: the crypto library does not start")
      exit(1)
    }
    do {
      let form = try WorldForm.definition()
      let means = Means(crypto: crypto, sealing: sealing, form: form)
      exit(Tour(wish, means).go() ? 0 : 1)
    } catch {
      print("worlds: the form cannot be used: \(error)")
      exit(1)
    }
  }
}
