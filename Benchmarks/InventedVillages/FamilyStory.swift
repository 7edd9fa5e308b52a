/// What is particular about a family; each occurs in every village of 120 households or more.
public enum FamilyStory: String, CaseIterable, Hashable, Sendable {
  /// Parents and children of school age.
  case parentsAndChildren
  /// Grandparents, parents and children under one roof.
  case threeGenerations
  /// An old couple.
  case elderlyCouple
  /// One old person alone.
  case elderAlone
  /// Children with their grandparents, the parents working away.
  case leftBehind
  /// Children whose parents are not in the household at all.
  case grandparentsOnly
  /// One parent with children.
  case singleParent
  /// Eight members.
  case eightMembers
  /// Twins.
  case twins
  /// A relocation house at the resettlement site.
  case relocated
  /// A child who boards at school.
  case boarder
  /// A grown-up with a severe disability.
  case severeDisability
  /// A child taught at home.
  case childTaughtAtHome
  /// Long-term illness.
  case chronicIllness
  /// A major illness in the year, with large bills.
  case majorIllness
  /// An old person without citizen number or known birthday.
  case unknownBirthday
  /// A member who has died and still stands in the register.
  case deadMember
  /// A head who has died; the widow is head now.
  case deadHead
  /// A daughter who has married out and still stands in the register.
  case marriedOut
  /// A newborn who is not in the register.
  case newborn
  /// A member in the army.
  case soldier
  /// A member in prison.
  case prisoner
  /// A member nobody has heard of for years.
  case lostContact
  /// Someone who lives in a home for the aged.
  case welfareHome
  /// A child who has stopped going to school.
  case outOfSchool
  /// A child without a citizen number.
  case childWithoutNumber
  /// Unmarried brothers.
  case brothers
  /// Everybody is away for work.
  case allAway
  /// A surname that is read otherwise than the character is.
  case surnameReading
  /// A name with the middle dot.
  case middleDot
  /// A name with a character outside the first plane of Unicode.
  case rareCharacter
  /// A head with the name of another head.
  case sameName
}
