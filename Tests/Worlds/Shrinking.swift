/// Finds the shortest world that breaks the same promise.
struct Shrinking {
  let means: Means

  /// The world's failure; nil when it keeps all promises.
  ///
  /// `tell` hears what it came to otherwise.
  func failure(
    of script: Script, _ tell: (Tally) -> Void = { _ in }
  ) -> (failure: WorldFailure, log: [String])? {
    let world = World(script, means)
    do {
      try world.play()
      tell(world.tally)
      return nil
    } catch let failure as WorldFailure {
      return (failure, world.log)
    } catch {
      return (WorldFailure(promise: "no world fails by itself", found: "\(error)"), world.log)
    }
  }

  /// Drops whatever can be dropped: runs of steps, then single ones, then laptops.
  func shortest(_ script: Script, breaking promise: String) -> Script {
    var best = script
    func stillBreaks(_ candidate: Script) -> Bool {
      failure(of: candidate)?.failure.promise == promise
    }
    var isShorter = true
    while isShorter {
      isShorter = false
      var length = max(1, best.steps.count / 2)
      while true {
        var start = 0
        while start < best.steps.count {
          var candidate = best
          candidate.steps.removeSubrange(start..<min(start + length, best.steps.count))
          if stillBreaks(candidate) {
            best = candidate
            isShorter = true
          } else {
            start += length
          }
        }
        if length == 1 { break }
        length = max(1, length / 2)
      }
      for laptop in stride(from: best.laptops - 1, through: 0, by: -1) where best.laptops > 1 {
        var candidate = best
        candidate.laptops -= 1
        candidate.steps = candidate.steps.filter { $0.laptop != laptop }.map { step in
          var step = step
          if step.laptop > laptop { step.laptop -= 1 }
          return step
        }
        if stillBreaks(candidate) {
          best = candidate
          isShorter = true
        }
      }
      if best.hasTeam {
        var candidate = best
        candidate.hasTeam = false
        if stillBreaks(candidate) {
          best = candidate
          isShorter = true
        }
      }
    }
    return best
  }
}
