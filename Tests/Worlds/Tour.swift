import Dispatch
import Glibc
import Synchronization

/// Plays many worlds on all cores.
final class Tour: Sendable {
  private struct State {
    var next = 0
    var played = 0
    var tally = Tally()
    var broken: [(seed: UInt64, failure: WorldFailure)] = []
  }

  private let wish: Wish
  private let shrinking: Shrinking
  private let state = Mutex(State())

  init(_ wish: Wish, _ means: Means) {
    self.wish = wish
    shrinking = Shrinking(means: means)
  }

  /// Whether all promises were kept.
  func go() -> Bool {
    if let only = wish.only { return tell(only) }
    let start = Self.seconds()
    DispatchQueue.concurrentPerform(iterations: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) { _ in
      while let number = next() { play(wish.seed &+ UInt64(number)) }
    }
    let (played, broken, tally) = state.withLock { ($0.played, $0.broken, $0.tally) }
    let took = Self.seconds() - start
    print(
      "worlds: \(played) from seed \(wish.seed), \(broken.count) broken, "
        + "\(Int(took)) s, \(Int(took * 1000 / Double(max(1, played)))) ms each")
    print("in those that keep all promises: \(tally.line)")
    guard let first = broken.min(by: { $0.seed < $1.seed }) else { return true }
    if wish.keepsGoing {
      for (promise, all) in Dictionary(grouping: broken, by: \.failure.promise)
        .sorted(by: { $0.value.count > $1.value.count })
      {
        let seeds = all.map(\.seed).sorted().prefix(8).map(String.init)
        print("\(all.count)\t\(promise)\tseeds \(seeds.joined(separator: " "))")
      }
    }
    _ = tell(first.seed)
    return false
  }

  private func next() -> Int? {
    state.withLock { state in
      guard state.next < wish.count, wish.keepsGoing || state.broken.isEmpty else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  private func play(_ seed: UInt64) {
    var tally = Tally()
    let found = shrinking.failure(of: Script(seed: seed)) { tally = $0 }
    state.withLock { state in
      state.played += 1
      state.tally += tally
      if let found { state.broken.append((seed, found.failure)) }
    }
  }

  /// Plays one world and tells it as short as it can be.
  private func tell(_ seed: UInt64) -> Bool {
    let script = Script(seed: seed)
    guard let found = shrinking.failure(of: script) else {
      print("world \(seed) keeps all promises")
      return true
    }
    print("world \(seed) breaks: \(found.failure.promise)")
    let shortest = shrinking.shortest(script, breaking: found.failure.promise)
    guard let again = shrinking.failure(of: shortest) else { return false }
    print(
      "shortest: \(shortest.steps.count) of \(script.steps.count) steps, "
        + "\(shortest.laptops) laptops\(shortest.hasTeam ? ", a team" : "")")
    for line in again.log { print("  \(line)") }
    print(again.failure.found)
    return false
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
