/// A device's signature of its journal's head, which covers all entries before it through the chain.
public enum HeadSignature {
  /// The name of the body's member that holds it.
  public static let member = "sig"

  /// What is signed: nothing else can be taken for it.
  public static func message(
    scope: Scope, writer: WriterID, sequence: Int, id: EntryID
  ) -> [UInt8] {
    Array(
      "ruhu head 1\n\(scope.text)\n\(writer.rawValue)\n\(sequence)\n\(id.rawValue)\n".utf8)
  }
}
