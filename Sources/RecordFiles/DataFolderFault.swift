/// Why a Data folder, or a village in it, cannot be worked with.
public enum DataFolderFault: Error, Equatable, Sendable {
  /// There is no such folder, and it is to be read only.
  case noSuchFolder(String)
  /// The folder is on a file system where nothing can be promised.
  case unsuitable(FileSystem)
  /// Another program works in the folder; its process number if known.
  case held(process: Int?)
  /// Nothing can be written there.
  case readOnly(String)
  /// The folder was made by a later version.
  case laterVersion(Int)
  /// A file that is needed is not in its form.
  case unreadable(String)
  /// The device's folder lies in Data, where a copy would take the key along.
  case deviceInData
  /// No village has that code here.
  case noSuchVillage(String)
  /// A village's code is twelve digits.
  case badVillageCode(String)
  /// A name that would leave the folder it belongs to.
  case badName(String)
  /// The folder was opened for reading.
  case openedForReading
  /// The disk is full.
  case full
  /// The system refused.
  case disk(DiskFault)

  init(_ fault: DiskFault) {
    switch fault.reason {
    case .readOnly, .denied: self = .readOnly(fault.path)
    case .full: self = .full
    case .missing, .exists, .failed: self = .disk(fault)
    }
  }
}
