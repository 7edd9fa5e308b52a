/// A device's fingerprint as words that can be read out over a telephone.
///
/// Eight words stand for the first eight bytes of the SHA-256 of its public key, each byte for one of 256
/// words. Both people read them aloud; where they agree, the key is the one that the other holds.
public struct FingerprintWords: Equatable, Sendable {
  /// How many words there are.
  public static let count = 8

  /// The bytes the words stand for.
  public let bytes: [UInt8]

  /// The words of a digest: of its first eight bytes; nil where it has fewer.
  public init?(digest: [UInt8]) {
    guard digest.count >= Self.count else { return nil }
    bytes = Array(digest.prefix(Self.count))
  }

  /// Reads what a person typed, in either language: eight words, however they are separated.
  ///
  /// Nil where it is not eight words of one of the lists.
  public init?(_ text: String) {
    let parts = text.lowercased().split { !$0.isLetter }.map(String.init)
    let english = parts.compactMap { Self.english.firstIndex(of: $0) }
    // Chinese words may run together: they all have two characters.
    let run = Array(parts.joined())
    let pairs = stride(from: 0, to: run.count - 1, by: 2).map { String(run[$0...($0 + 1)]) }
    let chinese = pairs.compactMap { Self.chinese.firstIndex(of: $0) }
    if parts.count == Self.count, english.count == Self.count {
      bytes = english.map { UInt8($0) }
    } else if run.count == 2 * Self.count, chinese.count == Self.count {
      bytes = chinese.map { UInt8($0) }
    } else {
      return nil
    }
  }

  /// The words in a language, in two halves to take breath between.
  public func text(_ language: Language) -> String {
    let words = bytes.map { Self.words(language)[Int($0)] }
    return words.prefix(4).joined(separator: " ") + "  " + words.suffix(4).joined(separator: " ")
  }

  /// The 256 words of a language, in the order of the bytes they stand for.
  public static func words(_ language: Language) -> [String] {
    language == .chinese ? chinese : english
  }

  // Changing a word changes what everybody's fingerprint is called: they stay as they are.
  private static let chinese = list(
    """
    苹果 香蕉 葡萄 西瓜 桃子 梨树 樱桃 石榴 核桃 花生 玉米 小麦 水稻 高粱 黄豆 红薯
    土豆 白菜 萝卜 南瓜 茄子 辣椒 番茄 大蒜 生姜 蘑菇 木耳 豆腐 面条 馒头 米饭 鸡蛋
    牛奶 酱油 白糖 食盐 菜油 茶叶 咖啡 啤酒 蜂蜜 粽子 烧饼 糖果 瓜子 老虎 狮子 大象
    骆驼 斑马 猴子 熊猫 狐狸 兔子 刺猬 黄牛 山羊 绵羊 公鸡 鸭子 白鹅 孔雀 喜鹊 乌鸦
    麻雀 老鹰 鹦鹉 蝴蝶 蚂蚁 蜻蜓 蜘蛛 青蛙 乌龟 螃蟹 龙虾 海豚 鲸鱼 企鹅 太阳 月亮
    星星 彩虹 闪电 雷声 雪花 冰块 露水 雾气 河流 湖泊 沙滩 草原 森林 沙漠 瀑布 山洞
    石头 火焰 梧桐 荷花 菊花 梅花 牡丹 玫瑰 桌子 板凳 沙发 衣架 窗户 门锁 钥匙 台灯
    蜡烛 被子 枕头 床单 毛巾 肥皂 牙刷 雨伞 扫帚 水桶 脸盆 剪刀 菜刀 筷子 饭碗 盘子
    茶壶 铁锅 砂锅 火柴 电池 冰箱 风扇 空调 电话 闹钟 手表 眼镜 围巾 手套 皮鞋 棉袄
    裙子 纽扣 口袋 书包 钱包 背篓 铅笔 毛笔 墨水 橡皮 课本 字典 地图 信封 邮票 黑板
    算盘 积木 气球 风筝 足球 篮球 跳绳 喇叭 锣鼓 钢琴 吉他 口琴 火车 飞机 轮船 卡车
    车站 桥梁 公路 轮胎 汽油 锄头 锤子 钉子 扁担 箩筐 麻绳 水井 水泵 水渠 磨盘 粮仓
    猪圈 鸡窝 果园 菜地 大棚 晒场 院子 屋顶 烟囱 楼梯 厨房 砖头 瓦片 水泥 玻璃 油漆
    铜钱 珍珠 玉镯 项链 医生 学生 农民 木匠 渔夫 警察 画家 奶奶 爷爷 姑姑 叔叔 邻居
    朋友 额头 耳朵 嘴唇 肩膀 胳膊 膝盖 头发 眉毛 春天 早晨 夜晚 庙会 广场 学校 医院
    邮局 饭馆 寺庙 宝塔 城墙 菠萝 柠檬 芝麻 黄瓜 豆角 芹菜 韭菜 火锅 蜗牛 壁虎 胡须
    """)

  private static let english = list(
    """
    abacus airplane anchor ankle ant apple atlas axe baker balloon bamboo banana barley basin
    basket battery bean bee bench bicycle birthday biscuit blanket bookcase boot bottle bread
    brick broom brush bubble bucket buffalo butter cabbage calendar camel candy carrot castle
    cave celery cement chair cherry chimney chopstick cinema cloud coffee comb cookie corn
    crab crow cup curtain daisy desert dew doctor dolphin dragonfly drum eagle elbow elephant
    engine envelope eraser eyebrow fan farmer feather fence festival fisherman flame flute
    football forest fox fridge frog garlic ginger glasses glove goat goose grape guest guitar
    hammer hamster hanger harbor hat hedgehog helmet highway hoe honey hospital hunter icicle
    igloo ink island jacket jar jasmine jewel kettle key kitten knife ladder lake lamp lemon
    library lightning lion lizard lobster lock lotus magpie mango maple marble match meadow
    medal melon mill mirror monkey moon morning mountain mud mushroom nail necklace needle
    neighbor newspaper noodle nose nurse ocean olive onion orange orchard otter owl paint
    panda peach pebble penguin pepper petrol piano pigeon pilot pine plate pocket police pond
    potato prairie pumpkin puppy puzzle quilt rabbit radio rainbow ribbon ring river rooster
    rope ruler saw scarf school scissors shark sheep ship shoulder sickle skirt snow soap sofa
    soldier sparrow spinach spoon squirrel star sugar summer sun swallow swing table tailor
    teacher teapot telephone temple textbook thread thunder tiger tile tofu tomato tooth towel
    train trousers trumpet tulip tunnel turtle umbrella uncle valley vase village violet
    volcano wagon walnut waterfall wedding well whale wheat whistle willow wind wolf yard
    yogurt zebra zipper
    """)

  private static func list(_ text: String) -> [String] {
    text.split { $0.isWhitespace }.map(String.init)
  }
}
