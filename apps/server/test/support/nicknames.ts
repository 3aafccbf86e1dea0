/** Makes up nicknames as people choose them. */

/** One of some things, by chance. */
export type Pick = <T>(choices: readonly T[]) => T

const list = (text: string) => text.split(' ')

const surnames = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
)
const given = Array.from(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂红玉华建国文辉力健世广志义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘雨欣怡婷雪慧莹琳晶妍茜秋珊莎锦黛青倩婉娴瑾颖露瑶艺凤梅兰菊莲彩春云荣爱香月莺媛瑞凡佳嘉琼勤珍贞',
)
const words = list(
  '阳光 星空 夏天 冬天 小猫 小狗 熊猫 兔子 狐狸 大海 天空 月亮 太阳 彩虹 咖啡 奶茶 蛋糕 西瓜 草莓 柠檬 土豆 番茄 面包 豆浆 火锅 饺子 少年 少女 先生 小姐 同学 老师 医生 司机 厨师 画家 诗人 歌手 旅人 过客 ' +
    '风筝 雨伞 石头 木头 玫瑰 百合 茉莉 樱花 银杏 枫叶 森林 草原 沙漠 雪山 江湖 故乡 远方 北京 上海 广州 深圳 成都 杭州 南京 西安 武汉 青岛 读书 跑步 游泳 篮球 足球 摄影 电影 音乐 吉他 钢琴 书法 围棋 游戏 编程 代码 数学 ' +
    '梦想 自由 快乐 幸福 温柔 勇敢 善良 平安 健康 努力 加油 晚安 早安 时光 岁月 青春 回忆 故事 秘密 微笑 眼泪 心情 爱情 友情 生活 世界 宇宙 银河 流星 火车 飞机 轮船 单车 手机 电脑 书包 铅笔 橡皮 城市 小镇 街角 客栈 码头',
)
const qualities = list(
  '可爱 安静 孤独 勇敢 温柔 懒惰 胖胖 瘦瘦 爱笑 爱吃 快乐 忧伤 蓝色 绿色 白色 黑色 红色 紫色 小小 大大 奔跑 飞翔 沉默 疯狂 年轻 古老 遥远 温暖 清澈 会飞 迷路 发呆 失眠 早起 不吃鱼 想睡觉 爱喝茶 逆光 迟到',
)
const titles = list('哥 姐 叔 爷 总 老师 同学 先生 女士 妈妈 爸爸 医生 师傅 小朋友')
const endings = ['', '', '', '1', '88', '520', '2024', '呀', '酱', '君', '_', '☆', '~', '❤️']

export function chineseNickname(pick: Pick): string {
  const surname = pick(surnames)
  const name = pick([1, 2]) === 1 ? pick(given) : pick(given) + pick(given)
  const stem = pick([
    surname + name,
    surname + name,
    pick(['小', '老', '阿', '大']) + pick([surname, pick(given)]),
    surname + pick(titles),
    pick(given) + pick(given),
    pick(words) + pick(words),
    pick(qualities) + pick(['的', '', '小']) + pick(words),
    `${pick(words)}${pick(['与', '和', '里的', '爱', '是'])}${pick(words)}`,
    `${pick(words)}${pick(['', '控', '迷', '达人', '爱好者', '少年'])}`,
  ])
  return stem + pick(endings)
}

const firstNames = list(
  'James Mary Robert Linda Michael Susan David Jessica Sarah Karen Daniel Nancy Matthew Lisa Anthony Betty Mark Sandra Paul Ashley Steven Kim Andrew Emily Kenneth Donna Joshua Michelle Kevin Carol Brian Amanda George Essie Dick Randy Willy Fanny Gaylord Regina Virginia Analise Titus Cassandra Moses Rex Lex Xavier Maxine',
)
const lastNames = list(
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Essex Sussex Wessex Middlesex Cockburn Hancock Dickinson Dickens Babcock Lipshitz Assange Penistone Scunthorpe Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou',
)
const englishWords = list(
  'happy sunny cool lazy brave quiet silver golden crazy lucky tiny magic purple frozen wild gentle analyst therapist grape drape scraper assassin classic cocktail peacock shuttle titanium button basement document cucumber sextant essay hero heroine moderate system support service office agent player gamer coder writer reader rider hunter dreamer walker fox wolf cat dog panda tiger bear eagle shark dragon moon star sky river ocean forest coffee tea cookie pixel robot rocket ninja wizard knight pirate',
)
const syllables = list('ka lo mi ra ne to sa vi do el an ri ma te on xi yu zen bo qu fe ly sh ar us ex por no adm in')

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export function englishNickname(pick: Pick): string {
  const stem = pick([
    `${pick(firstNames)} ${pick(lastNames)}`,
    pick(firstNames) + pick(lastNames),
    capital(pick(englishWords)) + capital(pick(englishWords)),
    `${pick(englishWords)}_${pick(englishWords)}`,
    `${pick(englishWords)} ${pick(['of', 'and', 'in', 'the', 'with'])} ${pick(englishWords)}`,
    `${pick(firstNames).toLowerCase()}.${pick(lastNames).toLowerCase()}`,
    pick(syllables) + pick(syllables) + pick(syllables) + pick(['', pick(syllables)]),
  ])
  return stem + pick(['', '', '', '1', '99', '_x', '2024', '007', '!'])
}
