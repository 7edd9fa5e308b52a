/// `instance('list')/root/item[…]/column`: values of a column in the rows of a choice list.
struct ChoiceLookup: Sendable {
  let list: Int
  let predicates: [Expression]
  let column: Int
}
