import Fieldwork
import Record
import Station
import Testing

/// Derived files that a power cut took, while the list beside them is current.
@Suite struct LostFilesTests {
  @Test func allAreMadeAnewOnce() throws {
    let village = try SharedVillageTests.begun()
    try village.register("h2", number: 2)
    try village.desks[0].settle()
    let laptop = village.laptops[0]
    let whole = laptop.derived
    #expect(whole.count == 3)
    laptop.derived["households/h1.json"] = []
    laptop.derived["households/h2.json"] = nil
    // The list says that nothing is missing.
    _ = try SharedVillage.desk(laptop, village.form)
    #expect(laptop.derived != whole)
    var isDoubtful = true
    var store = laptop.store
    store.mustDeriveAnew = { isDoubtful }
    store.derivedAnew = { isDoubtful = false }
    let form = village.form
    for _ in 0..<2 {
      _ = try VillageDesk(
        code: SharedVillage.code, store: store, pinyin: { ($0, $0) }, forms: { _ in form })
      #expect(laptop.derived == whole && !isDoubtful)
    }
  }
}
