import Record
import RecordFiles

/// What was not as it should be at a meeting; whatever was good went on all the same.
public enum SyncProblem: Equatable, Sendable {
  /// A file of the exchange folder is not what its name says: it is still being copied, or damaged.
  case damaged(file: String)
  /// A file of the exchange folder was made by a later version of the program.
  case laterVersion(file: String, version: Int)
  /// A file of the exchange folder belongs to another team, or another scope, than the folder it is in.
  case misplaced(file: String)
  /// A file of the exchange folder cannot be read.
  case unreadable(file: String)
  /// A journal's entries from this number on are there, but not those before it: they will come
  /// another time.
  case gap(scope: Scope, writer: WriterID, have: Int, from: Int)
  /// What came of a journal could not be taken in, or not as it came.
  case arrival(Scope, ArrivalProblem)
  /// Files of this name were given at the same time with different contents: which one is in use.
  case overlaysDiffer(name: String, used: String, other: String)
  /// A file of this name was put or changed here by someone who may not give overlays: it stays here,
  /// unless the team has another of that name.
  case overlayNotGiven(name: String)
  /// The folder takes no writing: what is new here could not be left there.
  case readOnly
  /// The folder's disk is full: not all that is new here could be left there.
  case full
  /// A file is larger than the folder's disk can hold.
  case tooLarge(file: String)
  /// The folder is gone, or fails: the stick was pulled.
  case gone
  /// The Data folder could not be written on.
  case folder(DataFolderFault)
  /// What leaves could not be signed, so that nothing more of it left.
  case notSigned(AppendFault)
  /// The machine has too little memory to pack what leaves.
  case noMemory
}
