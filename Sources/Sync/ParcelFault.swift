import RecordFiles

/// Why a parcel was not packed or not unpacked; nothing of it was merged then.
public enum ParcelFault: Error, Equatable, Sendable {
  /// There is no such file.
  case noSuchFile(String)
  /// The file is no parcel.
  case notAParcel(String)
  /// The parcel is not whole: it was cut off, or is still being copied.
  case torn(String)
  /// The parcel is not what its sender signed.
  case altered(String)
  /// The parcel was made by a later version of the program.
  case laterVersion(Int)
  /// The parcel is sealed for other devices.
  case notForThisDevice
  /// The parcel is sealed with a passphrase, and none was given.
  case needsPassphrase
  /// The passphrase is another one.
  case wrongPassphrase
  /// The parcel asks for more memory or time than any passphrase is worth.
  case tooCostly
  /// The parcel belongs to another team.
  case otherTeam(String)
  /// Nobody in the team knows the sender's key.
  case unknownSender(key: [UInt8])
  /// Nobody was named for whom the parcel is.
  case noReceiver
  /// A receiver's key is none for which anything can be sealed.
  case badReceiver(key: [UInt8])
  /// There is a file of that name already.
  case exists(String)
  /// The path lies in the Data folder.
  case insideData(String)
  /// Nothing can be written there.
  case readOnly(String)
  /// The disk is full there.
  case full(String)
  /// It was stopped; what had been merged of it stays, and unpacking it again goes on.
  case stopped
  /// The machine has too little memory for it.
  case noMemory
  /// The Data folder could not be read or written.
  case folder(DataFolderFault)
  /// What leaves could not be signed.
  case notSigned(AppendFault)
  /// The system refused.
  case disk(DiskFault)
}
