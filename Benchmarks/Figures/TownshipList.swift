import Fieldwork
import RecordFiles
import Station

/// All households of a township in one list, in the order of villages and ways.
struct TownshipList {
  /// The households, each village by its route.
  let households: [HouseholdSummary]

  /// Reads the lists of all villages from the files derived beside their journals.
  init(_ township: Township, _ bench: Bench) throws {
    let folder = try township.opened()
    var all: [HouseholdSummary] = []
    for code in Township.codes {
      let desk = try Township.desk(code, folder.village(code), bench)
      all += HouseholdQuery().run(desk.village)
    }
    folder.close()
    households = all
  }

  /// What the child process does whose time and memory are measured: prints how many and how much.
  static func printSize(_ township: Township, _ bench: Bench) throws {
    let list = try TownshipList(township, bench)
    print("\(list.households.count) \(PseudoTerminal.peakMemory(of: "self"))")
  }
}
