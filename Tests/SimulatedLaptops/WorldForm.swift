import FormEngine
import JSONText

/// A questionnaire of a dozen questions with all that can go wrong when two people fill it: skips in
/// skips, a roster, a default, special answers, a constraint, checks and verdicts.
package enum WorldForm {
  /// The name under which interviews are pinned to it.
  package static let hash = "worlds"

  /// The rosters and questions that worlds speak of.
  package static let roster = "m"

  package static func definition() throws -> FormDefinition {
    try FormDefinition(Workbook(json: JSON(parsing: text)))
  }

  private static let text = """
    {"survey": [
      {"type": "select_one yn", "name": "c_consent", "label::zh": "同意", "required": "yes"},
      {"type": "begin group", "name": "g_main", "relevant": "${c_consent}='yes'", "label::zh": "户"},
      {"type": "text", "name": "c_group", "label::zh": "组", "prefill": "yes"},
      {"type": "integer", "name": "c_hh_no", "label::zh": "户号", "prefill": "stated"},
      {"type": "date", "name": "c_date", "label::zh": "日期", "prefill": "stated"},
      {"type": "begin repeat", "name": "m", "label::zh": "人"},
      {"type": "text", "name": "m_name", "label::zh": "姓名", "prefill": "yes", "required": "yes"},
      {"type": "select_one rel", "name": "m_rel", "label::zh": "关系", "prefill": "yes"},
      {"type": "select_one home", "name": "m_home", "label::zh": "在家", "required": "yes"},
      {"type": "select_one yn", "name": "m_ins", "label::zh": "医保", "relevant": "${m_home}='home'",
        "required": "yes"},
      {"type": "end repeat"},
      {"type": "select_one yn", "name": "w_tap", "label::zh": "自来水", "required": "yes"},
      {"type": "begin group", "name": "g_far", "relevant": "${w_tap}='no'", "label::zh": "取水"},
      {"type": "integer", "name": "w_min", "label::zh": "分钟", "special": "dk=-8 ref=-9",
        "constraint": ". < 300", "constraint_message::zh": "太久", "required": "yes"},
      {"type": "select_one yn", "name": "w_carry", "label::zh": "挑水", "relevant": "${w_min} > 30"},
      {"type": "end group"},
      {"type": "select_one yn", "name": "w_enough", "label::zh": "够用", "relevant": "${w_tap}='yes'",
        "required": "yes"},
      {"type": "select_one yn", "name": "h_safe", "label::zh": "安全", "required": "yes"},
      {"type": "integer", "name": "h_rooms", "label::zh": "间数", "relevant": "${h_safe}='no'",
        "default": "3"},
      {"type": "end group"},
      {"type": "select_one result", "name": "c_result", "label::zh": "结果", "required": "yes"},
      {"type": "text", "name": "c_next", "label::zh": "再来", "relevant": "${c_result}='part'"}],
     "choices": [
      {"list_name": "yn", "name": "yes", "label::zh": "是"},
      {"list_name": "yn", "name": "no", "label::zh": "否"},
      {"list_name": "yn", "name": "unk", "label::zh": "不清楚", "special": "dk"},
      {"list_name": "rel", "name": "02", "label::zh": "户主"},
      {"list_name": "rel", "name": "10", "label::zh": "配偶"},
      {"list_name": "home", "name": "home", "label::zh": "在家"},
      {"list_name": "home", "name": "out", "label::zh": "外出"},
      {"list_name": "home", "name": "dead", "label::zh": "死亡"},
      {"list_name": "result", "name": "done", "label::zh": "完成"},
      {"list_name": "result", "name": "part", "label::zh": "未完"},
      {"list_name": "result", "name": "refused", "label::zh": "拒访"}],
     "settings": [{"form_id": "worlds", "default_language": "zh"}],
     "standard": [{"name": "national", "label::zh": "全国", "title::zh": "全国", "year": "2026"}],
     "sources": [{"name": "own", "title::zh": "本表", "year": "2026", "sure": "verified"}],
     "parameters": [
      {"name": "par_min", "label::zh": "分钟", "value": "20", "year": "2018", "basis": "own"}],
     "departments": [{"name": "wat", "label::zh": "水利"}],
     "verdicts": [
      {"domain": "water", "label::zh": "饮水", "means::zh": "有水", "any": "yes", "basis": "own",
        "met": "(${w_tap}='yes' and ${w_enough}='yes') or (${w_tap}='no' and ${w_min} <= ${par_min})"},
      {"domain": "medical", "label::zh": "医疗", "means::zh": "都有医保", "any": "yes", "basis": "own",
        "met": "every(${m}, ${m_ins}='yes')"},
      {"domain": "housing", "label::zh": "住房", "means::zh": "安全", "any": "yes", "basis": "own",
        "met": "${h_safe}='yes'"},
      {"domain": "household", "label::zh": "全户",
        "assessed": "${c_consent}='yes' and (${c_result}='' or ${c_result}='done')"}],
     "checks": [
      {"name": "WA1", "domain": "water", "level": "red", "when": "${w_min} > ${par_min}",
        "message::zh": "往返${w_min}分钟", "remedy::zh": "接水", "basis": "own", "department": "wat"},
      {"name": "ME1", "domain": "medical", "level": "red", "repeat": "m", "when": "${m_ins}='no'",
        "message::zh": "没有医保", "remedy::zh": "参保", "basis": "own", "department": "wat"},
      {"name": "HO1", "domain": "housing", "level": "red", "when": "${h_safe}='no'",
        "message::zh": "不安全", "remedy::zh": "加固", "basis": "own", "department": "wat"}],
     "village_checks": []}
    """
}
