extension RecordSentences {
  static let english = RecordSentences(
    noSuchFolder: { "\($0): no such data folder. Check --data or RUHU_DATA." },
    fat:
      "The data folder is on a FAT file system, which can lose data. Put it on the computer's own disk.",
    network:
      "The data folder is on a network share, which cannot promise to keep it. Put it on the computer's own disk.",
    sharedFolder:
      "The data folder is on a virtual machine's shared folder. Put it on the machine's own disk.",
    userSpace:
      "The data folder's file system cannot promise to keep what is written (NTFS, for one). Put it on the computer's own disk.",
    held: {
      "Another ruhu works in this data folder" + ($0.map { " (process \($0))" } ?? "")
        + ". Leave that one first."
    },
    readOnly: { "\($0): cannot be written. Check the folder's permissions." },
    laterVersion: { "The data was made by a later ruhu (version \($0)). Upgrade ruhu." },
    unreadable: { "\($0): not in its form. Check with ruhu verify, or restore a backup." },
    deviceInData:
      "The device's folder must not be in the data folder, or a copy of the data would take the key along. Change RUHU_DEVICE.",
    noSuchVillage: {
      "There is no village \($0) here. See ruhu village list; begin one with ruhu village new."
    },
    badVillageCode: { "\"\($0)\" is no village code: 12 digits are needed." },
    badName: { "\"\($0)\" cannot be the name of a file." },
    openedForReading: "The data folder is open for reading only. Nothing was written.",
    notWritable: "The data folder cannot be written. Nothing was written. Check its permissions.",
    syncFailed: "The disk did not confirm; nothing counts. Check the disk and try again.",
    system: { "The system says: \($0). Nothing was written." },
    full: "The disk is full. Nothing was written. Make room.",
    disk: { "\($0): the system says: \($1). Nothing was written." },
    draft: { "What was to be recorded is not in its form (\($0)). Nothing was written." },
    noCrypto: "The library libsodium cannot start.",
    noForm: {
      "\($0): no questionnaire there. Say with --forms (or RUHU_FORMS) in which folder it lies."
    },
    noVillage: "There is no village here. Begin one with ruhu village new.",
    other: { "It cannot be done: \($0)." },
    notEmpty: { "\($0): not empty. Choose an empty folder." },
    insideData: {
      "\($0): lies in the data folder and would be lost with it. Choose a stick or another folder."
    },
    noSuchTarget: { "\($0): no such folder. Make it, or plug in the stick." },
    severalCopies: "Several copies lie there. Name the one to restore:",
    noBackup: { "\($0): there is no backup, or no such folder." },
    alteredBackup: { "\($0): this file of the backup is not what it was. Use another backup." },
    newerData:
      "The data has entries that the backup has not; nothing was restored. Add --replacing to do it all the same. Newer are:",
    otherData:
      "The backup is of other data; nothing was restored. Add --replacing to do it all the same.",
    notCopied: { "\($0): does not read back as written; the stick may be failing. Use another." },
    targetFull: { "\($0): full; the copy is not complete." },
    rolledBack: {
      "The data is older than it was: \($1) entries were written here, \($2) are left. Perhaps an old backup was put back. Work goes on in a new file. \($0)"
    },
    damaged: { "\($0): damaged. It is left as it is; work goes on in a new file." },
    cutOff: { "\($0): \($1) bytes at the end were never confirmed; they were moved to \($2)." },
    journalPlace: { $1 == 0 ? $0 : "\($0), line \($1)" },
    tornLastLine:
      "The last line is not complete; it was never confirmed. Normal after a power cut.",
    tornAct: "The last act is not complete; it was never confirmed. Normal after a power cut.",
    badLine: "The line is no entry.",
    badOpening: "The first line does not open a journal.",
    unknownVersion: { "Written by a later version (\($0)). Upgrade ruhu." },
    wrongScope: "Belongs to another village and lies in the wrong folder.",
    wrongWriter: "The file's name and its first line differ.",
    wrongSequence: { "The number should be \($0) and is \($1)." },
    gap: { "Entries are missing before this line: \($0) was due and \($1) is here." },
    wrongChain: "Does not follow the entry before it: something was replaced or taken out.",
    wrongDigest: "Not the bytes that were written: altered or damaged.",
    wrongLamport: "The order is wrong.",
    badBody: "The body cannot be read.",
    wrongSignature: "The signature is not this device's.",
    cutShort: { "The file became shorter: it had \($0) entries." },
    lostEnd: {
      "\($0) entries were written here, \($1) are left: acknowledged data is lost. A backup or the second copy may have it."
    },
    journalUnreadable: { "Cannot be read: \($0)." },
    forked: {
      "There are two branches behind entry \($0): a disk was copied together with its key. Both count."
    },
    strayFile: "This file does not belong here.")
}
