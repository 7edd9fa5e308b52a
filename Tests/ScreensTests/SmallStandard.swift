import FormEngine
import JSONText

/// A standard of a few rules over the household form's questions, so that the screens of the tests
/// stay the same while the real rules are bettered.
enum SmallStandard {
  /// The form with these sheets in place of its own.
  static func replacing(in form: JSON) throws -> JSON {
    var form = form
    for sheet in try sheets(text).members ?? [] { form.set(sheet.key, sheet.value) }
    for name in ["village_checks"] { form.set(name, .array([])) }
    return form
  }

  /// The form with the overlay of the north merged in.
  static func north(over form: Workbook) throws -> Workbook {
    try form.applying(Overlay(Workbook(json: sheets(northText)), file: "overlays/north.json"))
  }

  private static func sheets(_ text: String) throws -> JSON {
    .object(
      (try JSON(parsing: Array(text.utf8)).members ?? []).map { sheet in
        .init(sheet.key, .array((sheet.value.array ?? []).map(row)))
      })
  }

  /// `label.zh` stands for the header with the language's whole name.
  private static func row(_ row: JSON) -> JSON {
    .object(
      (row.members ?? []).map { cell in
        let parts = cell.key.split(separator: ".")
        let language = parts.last == "zh" ? "中文 (zh)" : "English (en)"
        return .init(parts.count == 2 ? "\(parts[0])::\(language)" : cell.key, cell.value)
      })
  }

  private static let northText = """
    {
    "overlay": [
      {"name": "north", "label.zh": "北方某县", "label.en": "A county in the north",
       "year": "2026", "note.zh": "本县2026年起取水不超过15分钟。",
       "note.en": "From 2026 on no more than 15 minutes to fetch water."}
    ],
    "parameters": [
      {"name": "par_fetch_min", "value": "15", "year": "2026", "basis": "region:F3"},
      {"name": "par_mon_line", "value": "9000", "year": "2026", "basis": "region"}
    ],
    "references": [
      {"name": "ref_pension", "label.zh": "基础养老金", "label.en": "Basic pension", "value": "140",
       "unit.zh": "元/月", "unit.en": "yuan a month", "year": "2026", "basis": "region"}
    ]
    }
    """

  private static let text = """
    {
    "standard": [
      {"name": "national", "label.zh": "全国标准", "label.en": "National standard",
       "title.zh": "两不愁三保障和饮水安全", "title.en": "Food, clothing, three guarantees and water",
       "year": "2026"}
    ],
    "sources": [
      {"name": "water", "title.zh": "饮水准则", "title.en": "Water criteria", "year": "2018",
       "sure": "verified"},
      {"name": "region", "title.zh": "某省报告", "title.en": "A province's report",
       "year": "2019", "sure": "document"},
      {"name": "memory", "title.zh": "医保政策", "title.en": "Insurance policy", "year": "",
       "sure": "memory"}
    ],
    "departments": [
      {"name": "wat", "label.zh": "水利", "label.en": "Water"},
      {"name": "civ", "label.zh": "民政", "label.en": "Civil affairs"},
      {"name": "ins", "label.zh": "医保", "label.en": "Insurance"}
    ],
    "parameters": [
      {"name": "par_fetch_min", "label.zh": "取水往返时间上限", "value": "20",
       "label.en": "Longest trip to fetch water", "unit.zh": "分钟", "unit.en": "minutes",
       "year": "2018", "basis": "water", "stricter": "down", "loosest": "20"},
      {"name": "par_mon_line", "label.zh": "监测线", "label.en": "Monitoring line",
       "unit.zh": "元/人·年", "unit.en": "yuan a head", "basis": "memory", "line": "yes"},
      {"name": "par_oop", "label.zh": "自付上限", "label.en": "Cap on own cost",
       "unit.zh": "元", "unit.en": "yuan", "basis": "region", "line": "option"}
    ],
    "verdicts": [
      {"domain": "food", "label.zh": "不愁吃", "label.en": "Food", "basis": "region",
       "means.zh": "平常吃得饱,有肉蛋奶豆。", "means.en": "Enough to eat, with meat, egg, milk or soy.",
       "met": "${f_enough}='yes' and ${f_prot}='any'", "any": "yes"},
      {"domain": "clothing", "label.zh": "不愁穿", "label.en": "Clothing", "basis": "region",
       "means.zh": "有应季衣被。", "means.en": "Clothes and bedding for the season.",
       "met": "${k_wear}='yes' and ${k_quilt}='yes'", "any": "yes"},
      {"domain": "education", "label.zh": "义务教育", "label.en": "Schooling",
       "basis": "region", "means.zh": "该上学的都在读。", "means.en": "Who should be at school is.",
       "met": "${f_enough}='yes'", "not_applicable": "${n_home}>=0", "any": "yes"},
      {"domain": "medical", "label.zh": "基本医疗", "label.en": "Medical care", "basis": "memory",
       "means.zh": "人人有医保。", "means.en": "Everyone is insured.",
       "met": "every(${m}, ${m_ins}='res')", "any": "yes"},
      {"domain": "housing", "label.zh": "住房安全", "label.en": "Safe housing",
       "basis": "region", "means.zh": "住的房子安全。", "means.en": "The house lived in is safe.",
       "met": "selected('A B', ${h_grade}) and ${h_old}='no'", "any": "yes"},
      {"domain": "water", "label.zh": "饮水安全", "label.en": "Safe water", "basis": "water",
       "means.zh": "取水方便,水够用。", "means.en": "Water is near and enough.",
       "met": "(${w_acc}='house' or ${w_min}<=${par_fetch_min}) and ${w_enough}='ok'",
       "any": "yes"},
      {"domain": "income", "label.zh": "收入", "label.en": "Income"},
      {"domain": "quality", "label.zh": "调查质量", "label.en": "Quality of the survey"},
      {"domain": "household", "label.zh": "整户", "label.en": "Household",
       "assessed": "${c_consent}='yes' and (${c_result}='' or ${c_result}='done')"}
    ],
    "checks": [
      {"name": "FD3", "domain": "food", "level": "yellow", "when": "${f_prot}='rare'",
       "message.zh": "很少吃到肉蛋奶豆", "message.en": "Meat, egg, milk and soy are rare",
       "remedy.zh": "民政去看一看,每月能吃到才算达标。",
       "remedy.en": "Civil affairs looks in; met when they are eaten every month.",
       "basis": "region", "department": "civ"},
      {"name": "ME1", "domain": "medical", "level": "red", "repeat": "m",
       "when": "${m_ins}='none'", "message.zh": "没有参加今年的医保",
       "message.en": "Not insured this year", "remedy.zh": "帮助参保,参保后才算达标。",
       "remedy.en": "Help to enrol; met when insured.", "basis": "memory region:D1",
       "department": "ins civ"},
      {"name": "WA1", "domain": "water", "level": "red", "when": "${w_min}>${par_fetch_min}",
       "message.zh": "取水往返${w_min}分钟,标准是${par_fetch_min}分钟以内",
       "message.en": "${w_min} minutes to fetch water; the standard is ${par_fetch_min}",
       "remedy.zh": "水利接水到院。${par_fetch_min}分钟以内才算达标。",
       "remedy.en": "The water office brings a pipe. Met at ${par_fetch_min} minutes or less.",
       "basis": "water", "department": "wat"},
      {"name": "WA7", "domain": "water", "level": "info", "when": "${w_test}='none'",
       "message.zh": "没有见过水质报告", "message.en": "No report of a water test was seen",
       "basis": "water", "department": "wat"},
      {"name": "IN1", "domain": "income", "level": "yellow", "when": "${i_pc}<${par_mon_line}",
       "message.zh": "人均${i_pc}元,低于监测线", "message.en": "${i_pc} yuan, below the line",
       "remedy.zh": "核实收入。", "remedy.en": "Verify the income.", "basis": "memory",
       "department": "civ"},
      {"name": "ID1", "domain": "quality", "level": "yellow", "repeat": "m",
       "when": "${m_id}!='' and ${m_home}='home' and ${m_ins}='none'",
       "message.zh": "证件${m_id}要再看一遍", "message.en": "Look at ${m_id} again",
       "remedy.zh": "督导复核。", "remedy.en": "The supervisor looks again.", "basis": "memory",
       "department": "ins"}
    ]
    }
    """
}
