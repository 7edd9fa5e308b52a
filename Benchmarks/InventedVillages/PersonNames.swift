import SeededRandom

/// Where invented names come from; none is taken from a real person.
struct PersonNames {
  static let common = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
    "何", "林", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "彭", "田", "向",
    "覃", "龙", "石", "冉", "欧阳",
  ]

  /// Surnames that are read otherwise than the character usually is.
  static let readings = ["曾", "单", "仇", "查", "解", "区", "任", "华", "朴", "盖", "尉迟", "万俟"]

  private static let oldMen = [
    "国强", "建国", "德福", "正明", "志华", "永贵", "长庚", "福生", "有才", "玉山", "光明", "大顺",
    "金山", "世荣", "天佑", "绍文", "发祥", "登科", "开元", "兴旺", "树林", "成功", "家富", "传宗",
  ]
  private static let oldWomen = [
    "桂英", "秀兰", "玉珍", "凤英", "兰香", "春梅", "素珍", "翠花", "金莲", "菊香", "淑芬", "冬秀",
    "月娥", "腊梅", "银秀", "彩云", "桃英", "元秀", "福珍", "水莲", "满秀", "细妹", "玉兰", "大香",
  ]
  private static let men = [
    "伟", "勇", "军", "涛", "建军", "海波", "志强", "晓东", "永刚", "文斌", "小兵", "俊峰", "立新",
    "国庆", "爱民", "红兵", "春生", "云飞", "学文", "长江", "明亮", "卫东", "少华", "开林",
  ]
  private static let women = [
    "芳", "敏", "丽", "静", "海燕", "晓红", "春燕", "艳", "小玲", "雪梅", "红霞", "玉洁", "美华",
    "冬梅", "丽娟", "秋菊", "云", "小琴", "金花", "爱华", "桂花", "慧", "彩霞", "巧云",
  ]
  private static let boys = [
    "浩宇", "子轩", "俊杰", "宇航", "天翔", "明轩", "嘉豪", "文博", "思源", "家乐", "睿", "一鸣",
    "泽宇", "志远", "小龙", "梓豪", "博文", "承志", "乐天", "晨", "景行", "安邦", "云帆", "知远",
  ]
  private static let girls = [
    "欣怡", "梓涵", "雨桐", "诗琪", "佳怡", "思雨", "雅婷", "可馨", "梦瑶", "静怡", "语嫣", "若曦",
    "晓彤", "子涵", "小雪", "佳慧", "婉清", "乐瑶", "紫萱", "安琪", "采薇", "知夏", "念慈", "春晓",
  ]

  /// Given names with a character outside the first plane; such names are in real registers.
  private static let rare = ["\u{2B5AF}", "\u{2CB4E}生", "\u{2CC56}"]

  static func given(sex: String, age: Int, _ random: inout SplitMix64) -> String {
    let list =
      switch (sex, age) {
      case ("1", 55...): oldMen
      case ("1", 20...): men
      case ("1", _): boys
      case (_, 55...): oldWomen
      case (_, 20...): women
      default: girls
      }
    return random.draw(from: list)
  }

  static func rareGiven(_ random: inout SplitMix64) -> String {
    random.draw(from: rare)
  }

  /// A name of two parts with the middle dot.
  static func dotted(sex: String, _ random: inout SplitMix64) -> String {
    let first =
      sex == "1"
      ? ["阿迪力", "努尔兰", "买买提江", "叶尔肯", "艾山", "哈力克"]
      : ["阿依古丽", "古丽娜尔", "热依汗", "阿孜古丽", "努尔古丽", "帕丽达"]
    let last = ["吐尔逊", "买买提", "阿不都热合曼", "哈斯木", "艾合买提", "居马别克"]
    return random.draw(from: first) + "·" + random.draw(from: last)
  }
}
