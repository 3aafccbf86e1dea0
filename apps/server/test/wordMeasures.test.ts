import { readFileSync } from 'node:fs'
import { createWordLists, type WordLists } from '@acct/core'
import { seededRandom } from '@acct/core/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadWordLists } from '../src/wordLists.ts'
import { disguises } from './support/disguises.ts'
import { chineseNickname, englishNickname, type Pick } from './support/nicknames.ts'

/** Figures of the list that we ship. They are printed, so that a change of the list shows what it does. */

const ours = readFileSync(new URL('../assets/sensitive-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

let lists: WordLists

beforeAll(async () => {
  ;({ wordLists: lists } = await loadWordLists({ sensitiveWordsFile: undefined, passwordBlocklistFile: undefined }))
})

/** Chooses among things by chance from a seed. */
function picking(seed: string): Pick {
  const random = seededRandom(seed)
  return (choices) => {
    const chosen = choices[Buffer.from(random.bytes(4)).readUInt32BE() % choices.length]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const percent = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`

describe('our sensitive words', () => {
  it('are 100 to 200, each once, and each is found', () => {
    expect(ours.length).toBeGreaterThanOrEqual(100)
    expect(ours.length).toBeLessThanOrEqual(200)
    expect(new Set(ours).size).toBe(ours.length)
    expect(ours.filter((word) => !lists.forbids(word))).toEqual([])
  })

  it('are caught in disguise', () => {
    const pick = picking('disguises')
    const words = ours.filter((_, index) => index % 6 === 0).slice(0, 30)
    const missed: string[] = []
    let tried = 0
    for (const [name, disguise] of Object.entries(disguises)) {
      // A disguise that has nothing to change, such as case in Chinese, would only make the figure look better.
      const disguised = words.map((word) => disguise(word, pick)).filter((text) => !words.includes(text))
      const escaped = disguised.filter((text) => !lists.forbids(text))
      print(`${name}: ${percent(disguised.length - escaped.length, disguised.length)} caught`)
      tried += disguised.length
      missed.push(...escaped)
    }
    print(`altogether: ${percent(tried - missed.length, tried)} caught; missed: ${JSON.stringify(missed)}`)
    expect(words).toHaveLength(30)
    expect(Object.keys(disguises)).toHaveLength(10)
    expect(tried).toBeGreaterThan(200)
    expect(missed.length / tried).toBeLessThanOrEqual(0.05)
  })

  it.each([
    ['Chinese', 5000, chineseNickname],
    ['English', 2000, englishNickname],
  ])('leave ordinary %s nicknames alone', (language, count, nickname) => {
    const pick = picking(language)
    const names = new Set<string>()
    while (names.size < count) names.add(nickname(pick))
    const refused = [...names].filter((name) => lists.forbids(name))
    print(`${language} nicknames refused: ${percent(refused.length, count)} ${refused.join(' ')}`)
    expect(refused.length / count).toBeLessThanOrEqual(0.005)
  })

  it('leave alone what only looks like them', () => {
    const innocent =
      '做爱笑的人 大麻烦 天津大麻花 蓝色情缘 粉色情书 角色情感 特色情歌 每天刷单词 小伟哥哥 个性交流 异性交友 支援交通 羽毛片片 宣传销售 ' +
      '外套现货 时时彩虹 小老虎机器人 旋转木马 A片区 立春药膳 球迷药店 Essex Sussex Scunthorpe therapist grapefruit heroine drapery'
    expect(innocent.split(' ').filter((text) => lists.forbids(text))).toEqual([])
    expect(lists.forbids('the story of a hero in a town')).toBe(false)
  })
})

it('ten thousand words cost a text of 100 characters little', () => {
  const pick = picking('ten thousand')
  const common = Array.from({ length: 2500 }, (_, index) => String.fromCodePoint(0x4e00 + index))
  const others = Array.from({ length: 2500 }, (_, index) => String.fromCodePoint(0x6000 + index))
  const text = (characters: string[], length: number) => Array.from({ length }, () => pick(characters)).join('')
  const words = Array.from({ length: 10_000 }, () => text(common, pick([2, 3, 4])))
  const texts = Array.from({ length: 500 }, () => text(others, 100))
  const { forbids } = createWordLists({ words, passwords: [] })
  const costs = Array.from({ length: 21 }, () => {
    const start = process.cpuUsage().user
    expect(texts.some(forbids)).toBe(false)
    return (process.cpuUsage().user - start) / texts.length
  })
  const median = costs.sort((a, b) => a - b)[10] ?? Number.NaN
  print(`a text of 100 characters against 10,000 words: ${median.toFixed(1)} µs`)
  expect(median).toBeLessThan(100)
})
