extension RegisterField {
  /// The titles by which a column is known: the Chinese one and the English one first, then what
  /// other registers call it.
  public var titles: [String] {
    switch self {
    case .villageCode:
      ["村代码", "Village code", "行政区划代码", "区划代码", "行政村代码", "村编码"]
    case .villageName: ["村名", "Village", "行政村", "村", "村名称", "村庄", "Village name"]
    case .group:
      [
        "村民小组", "Group", "组", "组别", "小组", "自然村", "村民小组/自然村", "Hamlet", "Group / hamlet",
        "社",
      ]
    case .serial:
      [
        "户序号", "Household serial", "户号", "户顺序号", "序号(户)", "Serial", "Household no",
        "Household no.",
      ]
    case .householdNumber:
      [
        "户编号", "Household number", "系统户编号", "户编码", "系统户编号(如有)", "Household ID",
        "System household number",
      ]
    case .head:
      ["户主姓名", "Head", "户主", "户主名", "Head of household", "Household head", "Head's name"]
    case .householdClass: ["户类别", "Household class", "户类型", "农户类型", "户属性", "农户属性"]
    case .monitoring:
      [
        "监测类别", "Monitoring class", "监测对象类别", "防返贫监测类别", "监测对象类型", "监测户类型",
        "Anti-relapse object class",
      ]
    case .assistance:
      ["社会救助身份", "Social assistance", "救助身份", "低保特困身份", "Social assistance status"]
    case .cause:
      [
        "主要致贫返贫原因", "Main cause", "主要致贫原因", "致贫原因", "主要返贫致贫风险", "风险类型",
        "Main cause of poverty or risk",
      ]
    case .otherCauses:
      ["其他原因", "Other causes", "其他致贫原因", "其他原因(最多两项)", "Other causes (up to two)"]
    case .measures: ["帮扶措施", "Measures", "正在享受的帮扶措施", "Help now received"]
    case .registerFacts:
      [
        "登记信息", "Register facts", "登记信息:车辆、商品房、企业、财政供养",
        "Register facts: car, town house, company, public salary",
      ]
    case .netIncome:
      [
        "人均纯收入", "Net income per head", "家庭人均纯收入", "人均纯收入(元)",
        "系统登记的人均纯收入(元)",
        "Net income per head (yuan)", "Net income per head in the register (yuan)",
      ]
    case .helper:
      ["帮扶联系人", "Helper", "帮扶责任人", "帮扶干部", "帮扶联系人及电话", "Helper and phone"]
    case .phone:
      [
        "联系电话", "Phone", "电话", "手机", "手机号", "手机号码", "住户联系电话", "户主电话", "Household phone",
        "Telephone",
      ]
    case .address: ["住址", "Address", "家庭住址", "地址", "居住地址", "现住址"]
    case .neighbours: ["邻居", "Neighbours", "Neighbors", "左邻右舍"]
    case .dwelling: ["住房类型", "Dwelling", "住房性质", "Kind of dwelling"]
    case .route: ["走访顺序", "Route", "入户顺序", "路线顺序", "Route order"]
    case .personNumber: ["人编号", "Person number", "人员编号", "成员编号", "Person ID", "Member ID"]
    case .name: ["姓名", "Name", "成员姓名", "家庭成员姓名", "家庭成员", "Member name", "Member"]
    case .relation:
      [
        "与户主关系", "Relation to head", "与户主的关系", "家庭关系", "关系", "Relation", "Relationship",
        "Relationship to head",
      ]
    case .citizenNumber:
      [
        "公民身份号码", "Citizen number", "身份证号", "身份证号码", "身份证", "身份证件号码", "证件号码",
        "公民身份证号码", "ID number", "ID card number", "Citizen ID",
      ]
    case .sex: ["性别", "Sex", "Gender"]
    case .birthDate: ["出生日期", "Birth date", "出生年月日", "生日", "Date of birth", "Birthday", "DOB"]
    case .estimatedAge: ["估计周岁", "Estimated age", "估计年龄", "Estimated age in years"]
    case .ethnicGroup: ["民族", "Ethnic group", "Ethnicity"]
    case .health: ["健康状况", "Health", "健康情况", "身体状况"]
    case .chronicIllness: ["慢性病种类", "Chronic illness", "慢性病", "哪种慢性病", "Which chronic illness"]
    case .disability:
      ["残疾证等级", "Disability grade", "残疾等级", "残疾级别", "Disability card grade"]
    case .labour: ["劳动能力", "Labour ability", "劳动技能", "Labor ability"]
    case .whereabouts: ["目前在哪里", "Where now", "在哪里", "现居住地"]
    case .insurance: ["参保情况", "Insurance", "医保", "今年医保", "医保情况", "Medical insurance this year"]
    }
  }

  /// The Chinese and the English title that ruhu itself writes.
  public func title(chinese: Bool) -> String { titles[chinese ? 0 : 1] }

  /// The field that a title names, whatever its case, width and inner spaces.
  public init?(title: String) {
    guard let field = Self.byTitle[title.comparableCell] else { return nil }
    self = field
  }

  private static let byTitle: [String: RegisterField] = {
    var fields: [String: RegisterField] = [:]
    for field in RegisterField.allCases {
      for title in field.titles + [field.rawValue] { fields[title.comparableCell] = field }
    }
    return fields
  }()
}
