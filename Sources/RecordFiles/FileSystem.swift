/// The kinds of file system that matter to a working folder.
public enum FileSystem: Equatable, Sendable {
  /// Keeps what was synced, locks, knows owners.
  case suitable
  /// FAT or exFAT: no owners, no safe renaming; for sticks only.
  case fat
  /// Another machine's disk, where locks and syncs mean less.
  case network
  /// Another machine's disk behind a virtual machine's shared folder.
  case shared
  /// A file system run by a program: nobody can say what its sync means.
  case userSpace

  /// Judges the name of a file system as the system's table of mounts has it.
  public init(named name: String) {
    switch name {
    case "vfat", "msdos", "exfat", "fuse.exfat": self = .fat
    case "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre", "coda",
      "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs":
      self = .network
    // 9p is not here: sandboxes show their own local disk as 9p.
    case "vboxsf", "vmhgfs", "prl_fs", "fuse.vmhgfs-fuse": self = .shared
    // Encryption over a local disk.
    case "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs": self = .suitable
    case "fuseblk", "fuse": self = .userSpace
    default: self = name.hasPrefix("fuse.") ? .userSpace : .suitable
    }
  }
}
