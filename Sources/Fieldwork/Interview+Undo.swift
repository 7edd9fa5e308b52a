import Record

extension Interview {
  /// The act that this person may undo next, and the one that may be done again.
  ///
  /// It covers one's own answers and rows in the open interview, across restarts, and never reaches
  /// across a completion, a re-opening or another person's change: that would take back what someone
  /// has relied on. Nor does it touch what was done without knowing of other work: what stood before it
  /// there is not what stands before it here.
  public func reversible(by person: PersonID) -> (undo: Act?, redo: Act?) {
    guard !isCompleted else { return (nil, nil) }
    var undoable: [Act] = []
    var redoable: [Act] = []
    for act in history {
      guard act.unseen.isEmpty else {
        undoable = []
        redoable = []
        continue
      }
      guard let reversal = act.reversal else {
        switch act.fact {
        case .answered, .rowAdded, .rowRemoved:
          redoable = []
          if act.stamp.person == person { undoable.append(act) } else { undoable = [] }
        case .completed, .reopened, .returned, .visitStarted, .prefilled, .moved, .settled:
          undoable = []
          redoable = []
        default: break
        }
        continue
      }
      guard act.stamp.person == person else {
        undoable = []
        redoable = []
        continue
      }
      switch reversal {
      case .undo(let entry):
        if let index = undoable.lastIndex(where: { $0.stamp.entry == entry }) {
          redoable.append(undoable.remove(at: index))
        }
      case .redo(let entry):
        if let index = redoable.lastIndex(where: { $0.stamp.entry == entry }) {
          undoable.append(redoable.remove(at: index))
        }
      }
    }
    return (undoable.last, redoable.last)
  }
}

extension Act {
  /// What the act reverses, if it is an undo or a redo.
  public var reversal: Reversal? {
    switch fact {
    case .answered(_, let reversal, _), .rowAdded(_, _, let reversal, _),
      .rowRemoved(_, _, let reversal, _):
      reversal
    default: nil
    }
  }

  /// The fact that takes the act back: the earlier values, with the act's name.
  public var undo: Fact? {
    switch fact {
    case .answered(let changes, _, _):
      .answered(
        zip(changes, before).map { change, answer in
          GivenAnswer(change.key, answer?.value ?? "", special: answer?.special)
        }, reversal: .undo(stamp.entry), nil)
    case .rowAdded(let row, _, _, _):
      .rowRemoved(row, reason: "undo", reversal: .undo(stamp.entry), nil)
    case .rowRemoved(let row, _, _, _):
      .rowAdded(row, answers: [], reversal: .undo(stamp.entry), nil)
    default: nil
    }
  }

  /// The fact that does the act again.
  public var redo: Fact? {
    switch fact {
    case .answered(let changes, _, _): .answered(changes, reversal: .redo(stamp.entry), nil)
    case .rowAdded(let row, let answers, _, _):
      .rowAdded(row, answers: answers, reversal: .redo(stamp.entry), nil)
    case .rowRemoved(let row, let reason, _, _):
      .rowRemoved(row, reason: reason, reversal: .redo(stamp.entry), nil)
    default: nil
    }
  }
}
