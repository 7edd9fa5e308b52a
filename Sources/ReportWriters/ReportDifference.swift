import JSONText
import Reports

/// Where two reports say different things that should say the same: one that was made before, and the same
/// made again.
public struct ReportDifference: Equatable, Sendable {
  /// The table, by its name; empty for the figures that are read first.
  public let table: String
  /// The row, from 1.
  public let row: Int
  /// The column, by its name; empty where a whole row is missing or too many.
  public let column: String
  /// What it said, and what it says now; empty for nothing.
  public let before: String
  /// What it says now; empty for nothing.
  public let now: String

  /// Finds the differences of two reports in their tables and figures, in the order of the first.
  ///
  /// The table of the journals themselves is no figure: it tells of erasures, which are counted apart.
  public static func between(_ before: JSON, _ now: JSON) -> [ReportDifference] {
    var found = rows("", before["figures"]?.array ?? [], now["figures"]?.array ?? [])
    let tables = before["tables"]?.members ?? []
    for table in tables where table.key != "record" {
      found += rows(
        table.key, table.value.array ?? [], now["tables"]?[table.key]?.array ?? [])
    }
    let known = Set(tables.map(\.key))
    for table in now["tables"]?.members ?? [] where !known.contains(table.key) {
      found += rows(table.key, [], table.value.array ?? [])
    }
    return found
  }

  private static func rows(
    _ table: String, _ before: [JSON], _ now: [JSON]
  ) -> [ReportDifference] {
    (0..<max(before.count, now.count)).flatMap { index -> [ReportDifference] in
      guard index < before.count, index < now.count else {
        return [
          ReportDifference(
            table: table, row: index + 1, column: "",
            before: index < before.count ? before[index].compact : "",
            now: index < now.count ? now[index].compact : "")
        ]
      }
      let (one, other) = (before[index], now[index])
      var names = (one.members ?? []).map(\.key)
      names += (other.members ?? []).map(\.key).filter { !names.contains($0) }
      return names.compactMap { name in
        guard one[name] != other[name] else { return nil }
        return ReportDifference(
          table: table, row: index + 1, column: name, before: one[name]?.compact ?? "",
          now: other[name]?.compact ?? "")
      }
    }
  }
}
