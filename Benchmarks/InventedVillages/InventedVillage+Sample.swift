extension InventedVillage {
  /// The village that comes with the program, as `Data/sample/register.csv` has it.
  public static var sample: InventedVillage {
    InventedVillage(code: "990101201201", name: "云溪村", seed: 2026, households: 126)
  }

  /// Village `number` of a township, for the benchmarks: code, name and seed follow from it.
  public static func village(_ number: Int, ofTownship: Int = 201, households: Int)
    -> InventedVillage
  {
    let streams = ["云", "青", "白", "龙", "金", "石", "双", "长"]
    let places = ["溪", "坪", "湾", "坝", "岭"]
    let name =
      streams[number % streams.count] + places[number / streams.count % places.count] + "村"
    return InventedVillage(
      code: "990101" + CivilDate.padded(ofTownship, 3) + CivilDate.padded(200 + number, 3),
      name: name, seed: UInt64(truncatingIfNeeded: number), households: households)
  }
}
