/// What a node does: its compiled expressions and texts.
struct NodePlan: Sendable {
  /// A condition that is usually the same for ever.
  enum Condition: Sendable {
    case fixed(Bool)
    case expression(Expression)
  }

  enum Default: Sendable {
    case fixed(String)
    case expression(Expression)
  }

  var calculation: Expression?
  var relevance: Expression?
  var constraint: Expression?
  var constraintMessage: FormText?
  var required = Condition.fixed(false)
  var requiredMessage: FormText?
  var readOnly = Condition.fixed(false)
  var initial: Default?
  var choiceFilter: Expression?
  /// The list of a select.
  var list: Int?
  /// For a choice from a repeat: the question whose values are offered.
  var roster: Reference?
  var label: FormText?
  var hint: FormText?
  var guidance: FormText?
  /// What the choice filter or the repeat of the choices looks at.
  var filterDependencies = Dependencies()
}
