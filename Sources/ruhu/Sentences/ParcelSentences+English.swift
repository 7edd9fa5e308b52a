extension ParcelSentences {
  static let english = ParcelSentences(
    sync: "Exchange records with the other laptops by a stick or a shared folder",
    syncDiscussion:
      "Each side gets what it lacks; no answer is ever lost. Stopping (^C) or pulling the stick out does no harm: sync again and it goes on.",
    syncPathHelp: "The stick or folder, such as /media/u/USB",
    syncVillageHelp: "Only this village; may be given several times (without it all villages)",
    pack: "Pack villages into a sealed parcel, to send far away or where a stick may be lost",
    packVillagesHelp: "The villages' codes",
    packForHelp: "Which laptop it is for: its name, or its eight words; may be given several times",
    packPassphraseHelp: "For whoever knows a passphrase, and no laptop by name",
    packOutHelp: "The parcel's file, such as /media/u/USB/village.ruhu",
    packUsage: "Give --for NAME (for which laptop) or --passphrase, and only one of them.",
    unpack: "Take in a sealed parcel",
    unpackFileHelp: "The parcel's file",
    unpackSenderHelp:
      "The eight words of the laptop that sent it, as they were read out, where the team does not know it yet",
    askPassphrase: "Passphrase: ", askAgain: "Once more: ",
    notTheSame: "The two are not the same; nothing was packed.",
    shortPassphrase: {
      "That is soon guessed. Use at least \($0) characters, best a few unrelated words."
    },
    packing: { "Packing \(ByteSize.text($0)) of \(ByteSize.text($1))" },
    unpacking: { "Taking in \(ByteSize.text($0)) of \(ByteSize.text($1))" },
    packed: { file, entries, villages, bytes in
      "Packed: \(file). Villages: \(villages), entries: \(entries), \(ByteSize.text(bytes))."
    },
    senderIs: { "This parcel comes from a laptop that is not in the team. Its eight words: \($0)" },
    sameWords: "Ask the sender by telephone: are these exactly the words? (y / n)",
    otherSender: "The laptop that sent it is not the one of these words; not taken in.",
    noSuchFile: { "\($0): no such file." },
    notAParcel: { "\($0): is no parcel of ruhu." },
    torn: { "\($0): not whole, not taken in. Perhaps it is still being copied; copy it again." },
    altered: { "\($0): was altered, or is damaged; not taken in. Ask for a new one." },
    laterVersion: "The parcel was packed by a newer ruhu. Upgrade this one first.",
    notForThisDevice:
      "The parcel is not for this laptop. Ask the sender to name this one with --for.",
    needsPassphrase: "The parcel needs its passphrase.",
    wrongPassphrase: "That is not the passphrase; nothing was taken in.",
    tooCostly:
      "Opening it would need more memory or time than any parcel of ruhu does; not taken in.",
    otherTeam: "The parcel belongs to another team; not taken in.",
    unknownSender:
      "The laptop that sent it is not in the team; not taken in. Compare its eight words (--sender), or have a supervisor admit it.",
    badReceiver: "The receiver's key cannot be used; nothing was packed.",
    exists: { "\($0): exists already and was left alone. Choose another name." },
    insideData: { "\($0): lies inside the data folder. Choose another place." },
    readOnly: { "\($0): cannot be written." },
    full: { "\($0): no room; nothing was packed." },
    stopped: "Stopped. What came is saved; run it again to go on from there.",
    noMemory: "Not enough memory. Close other programs and try again.")
}
