// Names in Chinese, Japanese and Korean letters, family first, usually without a blank between. Where nothing tells the two apart, they
// are not parted: a wrong cut is worse than none.
import type { PersonName } from '../draft.ts'

type Parts = Pick<PersonName, 'given' | 'family' | 'suffix'>

const eastAsian = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}々ー〆\s,、，・·･=＝]+$/u
const politeEnd = /\s*(さん|さま|様|氏|先生|님|씨|女士|小姐|博士|教授|殿|君)$/u

const koreanCompound = new Set('남궁 황보 제갈 사공 선우 서문 독고 동방 망절'.split(' '))
const chineseCompound = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文 轩辕 軒轅 端木 百里 呼延 南宫 南宮 独孤 獨孤'.split(
    ' ',
  ),
)
const chinese = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯',
)
const japanese = new Set(
  (
    '佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 藤田 後藤 近藤 長谷川 村上 遠藤 青木 坂本 ' +
    '福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 河野 藤本 村田 武田 上野 杉山 増田 小島 平野 大塚 千葉 久保 松井 岩崎 桜井 野口 松尾 野村 木下 菊地 菊池'
  ).split(' '),
)
const japaneseSingle = new Set('森林原関東南北堀辻岡'.split(''))

/** Whether the whole text is written in East Asian letters. */
export function isEastAsian(text: string): boolean {
  return /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) && eastAsian.test(text)
}

/**
 * Family and given name of a text for which `isEastAsian` holds. A comma, ideographic comma or blank parts family from given; a middle dot
 * parts a foreign name written in katakana or Chinese, given first. Neither part is given when the text could be cut in several ways.
 */
export function eastAsianParts(text: string): Parts {
  const suffix = politeEnd.exec(text)?.[1]
  const name = suffix === undefined ? text : text.replace(politeEnd, '')
  const parts = cut(name.replace(/^[\s,、，・·]+|[\s,、，・·]+$/gu, ''))
  return { ...parts, ...(suffix === undefined || name === '' ? {} : { suffix }) }
}

function cut(name: string): Parts {
  const parted = name.split(/\s*[,、，]\s*|\s+/u).filter((part) => part !== '')
  const [first, ...rest] = parted
  if (first !== undefined && rest.length > 0) return { family: first, given: rest.join(' ') }
  const dotted = name.split(/[・·･=＝]/u).filter((part) => part !== '')
  if (dotted.length > 1) return { given: dotted.slice(0, -1).join('・'), family: dotted.at(-1) ?? '' }
  const letters = [...name]
  const at = (count: number): Parts => ({ family: letters.slice(0, count).join(''), given: letters.slice(count).join('') })
  const start = (count: number) => letters.slice(0, count).join('')
  if (letters.length < 2) return {}
  if (/^\p{sc=Hangul}+$/u.test(name)) {
    if (letters.length > 4) return {}
    return letters.length > 2 && koreanCompound.has(start(2)) ? at(2) : at(1)
  }
  if (japanese.has(name) || chineseCompound.has(name)) return { family: name }
  for (const count of [3, 2]) if (letters.length > count && japanese.has(start(count))) return at(count)
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name)) return beforeKana(name, letters)
  if (letters.length > 2 && letters.length <= 4 && chineseCompound.has(start(2))) return at(2)
  if (letters.length <= 3 && chinese.has(start(1))) return at(1)
  if (letters.length === 4) return at(2)
  return letters.length <= 3 && japaneseSingle.has(start(1)) ? at(1) : {}
}

/** "山内さくら": a given name in kana begins where the kanji end. */
function beforeKana(name: string, letters: readonly string[]): Parts {
  const kanji = /^[\p{sc=Han}々〆ヶ]+/u.exec(name)?.[0]
  if (kanji === undefined) return {}
  const count = [...kanji].length
  if (count === letters.length || count > 3) return {}
  return { family: kanji, given: letters.slice(count).join('') }
}
