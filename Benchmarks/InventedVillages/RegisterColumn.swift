/// A column of the register: its titles and what stands in it.
struct RegisterColumn {
  typealias Values = (InventedVillage, InventedHousehold, InventedMember) -> [String]

  let chinese: String
  let english: String
  /// The form's list whose labels are written; empty for plain text.
  let list: String
  let values: Values

  init(_ chinese: String, _ english: String, list: String = "", _ values: @escaping Values) {
    self.chinese = chinese
    self.english = english
    self.list = list
    self.values = values
  }

  func title(_ language: RegisterLanguage) -> String {
    language == .chinese ? chinese : english
  }

  func cell(
    _ village: InventedVillage, _ household: InventedHousehold, _ member: InventedMember,
    _ language: RegisterLanguage, _ labels: RegisterLabels
  ) -> String {
    values(village, household, member).filter { !$0.isEmpty }
      .map { list.isEmpty ? $0 : labels.label($0, list: list, language) }
      .joined(separator: language == .chinese ? "、" : "; ")
  }

  static var all: [RegisterColumn] { ofHousehold + ofMember }

  private static var ofHousehold: [RegisterColumn] {
    [
      RegisterColumn("村代码", "Village code") { village, _, _ in [village.code] },
      RegisterColumn("村名", "Village") { village, _, _ in [village.name] },
      RegisterColumn("村民小组", "Group") { _, household, _ in [household.group] },
      RegisterColumn("户序号", "Household serial") { _, household, _ in [String(household.serial)] },
      RegisterColumn("户编号", "Household number") { _, household, _ in [household.systemNumber] },
      RegisterColumn("户主姓名", "Head") { _, household, _ in [household.head] },
      RegisterColumn("户类别", "Household class", list: "hh_base") { _, household, _ in
        [household.householdClass]
      },
      RegisterColumn("监测类别", "Monitoring class", list: "mon_type") { _, household, _ in
        [household.monitoring]
      },
      RegisterColumn("社会救助身份", "Social assistance", list: "safety") { _, household, _ in
        household.assistance
      },
      RegisterColumn("主要致贫返贫原因", "Main cause", list: "cause") { _, household, _ in
        [household.cause]
      },
      RegisterColumn("其他原因", "Other causes", list: "cause") { _, household, _ in
        household.otherCauses
      },
      RegisterColumn("帮扶措施", "Measures", list: "measure") { _, household, _ in
        household.measures
      },
      RegisterColumn("登记信息", "Register facts", list: "excl") { _, household, _ in
        household.registerFacts
      },
      RegisterColumn("人均纯收入", "Net income per head") { _, household, _ in
        [household.incomePerHead.map(String.init) ?? ""]
      },
      RegisterColumn("帮扶联系人", "Helper") { _, household, _ in [household.helper] },
      RegisterColumn("联系电话", "Phone") { _, household, _ in [household.phone] },
      RegisterColumn("住址", "Address") { _, household, _ in [household.address] },
      RegisterColumn("邻居", "Neighbours") { _, household, _ in household.neighbours },
      RegisterColumn("住房类型", "Dwelling", list: "dwelling") { _, household, _ in
        [household.dwelling]
      },
      RegisterColumn("走访顺序", "Route") { _, household, _ in [String(household.route)] },
    ]
  }

  private static var ofMember: [RegisterColumn] {
    [
      RegisterColumn("人编号", "Person number") { _, _, member in [member.personNumber] },
      RegisterColumn("姓名", "Name") { _, _, member in [member.name] },
      RegisterColumn("与户主关系", "Relation to head", list: "rel") { _, _, member in
        [member.registerRelation]
      },
      RegisterColumn("公民身份号码", "Citizen number") { _, _, member in [member.citizenNumber] },
      RegisterColumn("性别", "Sex", list: "sex") { _, _, member in [member.sex] },
      RegisterColumn("出生日期", "Birth date") { _, _, member in
        [member.isBirthKnown ? member.birth.text : ""]
      },
      RegisterColumn("估计周岁", "Estimated age") { village, _, member in
        [member.isBirthKnown ? "" : String(member.birth.age(on: village.today))]
      },
      RegisterColumn("民族", "Ethnic group", list: "eth") { _, _, member in [member.ethnicGroup] },
      RegisterColumn("健康状况", "Health", list: "health") { _, _, member in member.health },
      RegisterColumn("慢性病种类", "Chronic illness", list: "chron") { _, _, member in
        member.chronic
      },
      RegisterColumn("残疾证等级", "Disability grade", list: "dis_level") { _, _, member in
        [member.disability]
      },
      RegisterColumn("劳动能力", "Labour ability", list: "labour") { _, _, member in
        [member.labour]
      },
      RegisterColumn("目前在哪里", "Where now", list: "home") { _, _, member in
        [member.registerHome]
      },
      RegisterColumn("参保情况", "Insurance", list: "ins") { _, _, member in [member.insurance] },
    ]
  }
}
