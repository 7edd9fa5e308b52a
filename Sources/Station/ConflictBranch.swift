import Fieldwork
import FormEngine

/// One side of a conflict that steers what is asked: the interview as that side had it, where the sides
/// differ, section by section.
public struct ConflictBranch: Sendable {
  /// A question on which the sides differ.
  public struct Line: Equatable, Sendable {
    /// The question.
    public var address: NodeAddress
    /// Under which key its answer is recorded.
    public var key: AnswerKey
    /// What was asked, in the language asked for.
    public var label: String
    /// The answer as XLSForm text; empty where there is none.
    public var value: String
    /// `dk`, `ref` or `na` when the answer is such a state.
    public var special: String?
    /// Whether the question is asked on this side at all.
    public var isAsked: Bool
  }

  /// A group or roster of the form with a mark, and where the sides differ in it.
  public struct Section: Equatable, Sendable {
    /// Its node in the form; nil for what stands outside all.
    public var node: Int?
    /// Its title, in the language asked for.
    public var title: String
    /// The questions, in the form's order.
    public var lines: [Line]
  }

  /// The act with which this side began to differ.
  public var tip: Tip
  /// Where the sides differ, in the form's order.
  public var sections: [Section]
  /// The answers that choosing this side sets, the one in conflict first.
  public var answers: [GivenAnswer]
  /// The form's live state on this side, for labels of choices and the like.
  public var instance: FormInstance
}
