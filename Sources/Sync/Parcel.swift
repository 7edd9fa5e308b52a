import Compression
import Record
import RecordFiles

/// One sealed file with villages in it: for a stick that may be lost, or a mail that others may read.
///
/// ```
/// {"ruhu":"parcel","v":1,"team":…,"sender":…,"to":[…],…}\n   who packed it, who can open it
/// XChaCha20-Poly1305 secret stream of segments and forms       useless to everyone else
/// ruhu-end, Ed25519 signature over all before                  one flipped bit is found
/// ```
public struct Parcel {
  /// Who can open a parcel.
  public enum Lock: Equatable, Sendable {
    /// The devices with these public keys.
    case devices([[UInt8]])
    /// Whoever knows the passphrase; the work makes trying them out slow.
    case passphrase(String, Sealing.Work = Parcel.usualWork)
  }

  /// What was packed.
  public struct Packed: Equatable, Sendable {
    /// Entries by scope.
    public var entries: [Scope: Int] = [:]
    /// Forms and overlays.
    public var files = 0
    /// The file's bytes.
    public var bytes = 0
  }

  /// What can be known of a parcel without opening it, once its signature was found good.
  public struct Label: Equatable, Sendable {
    /// The public key of the device that packed it.
    public let sender: [UInt8]
    /// The team's identity.
    public let team: String
    /// When it was packed, by the sender's clock.
    public let time: String
    /// For how many devices it is sealed.
    public let receivers: Int
    /// Whether a passphrase opens it.
    public let needsPassphrase: Bool
    /// Its bytes.
    public let bytes: Int
  }

  /// About a second on a small laptop: 256 MB, gone through three times.
  public static let usualWork = Sealing.Work(passes: 3, memory: 256 << 20)

  /// The file.
  public let path: String
  let disk: any Disk
  let crypto: Crypto
  let sealing: Sealing
  let clock: () -> String

  /// Names a file; nothing is looked at yet.
  ///
  /// `clock` gives wall time as the journals have it.
  public init(
    path: String, disk: any Disk = PosixDisk(), crypto: Crypto, sealing: Sealing,
    clock: @escaping () -> String
  ) {
    self.path = path
    self.disk = disk
    self.crypto = crypto
    self.sealing = sealing
    self.clock = clock
  }

  /// The fact behind whatever was thrown on the way.
  func fault(_ error: any Error) -> ParcelFault {
    switch error {
    case let fault as ParcelFault: return fault
    case let fault as DataFolderFault: return .folder(fault)
    case let fault as AppendFault: return .notSigned(fault)
    case MeetingHalt.stopped: return .stopped
    case let fault as DiskFault:
      switch fault.reason {
      // By the name that was given, and not by the draft's.
      case .full: return .full(path)
      case .readOnly, .denied: return .readOnly(path)
      case .missing where fault.path == path: return .noSuchFile(path)
      default: return .disk(fault)
      }
    case CompressionFault.noMemory: return .noMemory
    default: return .altered(path)
    }
  }
}
