extension Workbook {
  /// This form with what an overlay says merged into it, or all for which it cannot be.
  ///
  /// Merged rows name the overlay in their column `set_by`; its own row is appended to the sheet
  /// `overlays`, a profile's to `profile`. Equal workbooks merge into equal ones, byte for byte.
  public func applying(_ overlay: Overlay) throws(FormFaults) -> Workbook {
    var merge = OverlayMerge(overlay, into: self)
    merge.run()
    if !merge.faults.isEmpty { throw FormFaults(merge.sortedFaults) }
    return merge.merged
  }

  /// This form with overlays merged into it one after another.
  public func applying(_ overlays: [Overlay]) throws(FormFaults) -> Workbook {
    var merged = self
    for overlay in overlays { merged = try merged.applying(overlay) }
    return merged
  }
}
