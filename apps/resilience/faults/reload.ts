import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@acct/sdk/card'
import { count, listed } from '../src/report.ts'
import { serve, temporaryFolder, unlimited } from '../src/server.ts'
import { until } from '../src/wait.ts'
import type { FaultScenario } from './context.ts'
import { foundTown } from './household/town.ts'

/** An operator edits the word lists and sends SIGHUP, while everybody is busy. */
export const reload: FaultScenario = {
  name: 'reload',
  run: async ({ seed }) => {
    const { folder, remove } = temporaryFolder('reload')
    const [words, passwords] = [join(folder, 'words.txt'), join(folder, 'passwords.txt')]
    const write = (word: string, password: string) => {
      writeFileSync(words, `${word}\n`)
      writeFileSync(passwords, `${password}\n`)
    }
    try {
      write('zebrazero', 'zero_password')
      const lists = { ACCT_SENSITIVE_WORDS: words, ACCT_PASSWORD_BLOCKLIST: passwords }
      const server = await serve({ ...unlimited, ...lists, ACCT_DATA_DIR: folder })
      const town = await foundTown(server.url, { seed, acting: 8 })
      const card = createClient({ baseUrl: `${server.url}/card` })
      let nth = 0
      const register = async (nickname: string, password: string) => {
        nth += 1
        const person = { username: `reloading_${nth}`, password, nickname, telephone: '13812345678' }
        return (await card.register(person)).outcome
      }
      const hangUp = async (says: string) => {
        const heard = () => server.log().split(says).length
        const before = heard()
        server.child.kill('SIGHUP')
        await until(() => heard() > before, `'${says}' in the log`)
      }
      let isOver = false
      const living = town.live(server.url, () => isOver)
      const outcomes = async () => [
        await register('zebrazero', 'fine'),
        await register('fine', 'zero_password'),
        await register('zebraone', 'fine'),
        await register('fine', 'one_password'),
      ]
      const before = await outcomes()
      write('zebraone', 'one_password')
      await hangUp('word lists reloaded')
      const after = await outcomes()
      // What is no text leaves the lists as they are.
      writeFileSync(words, Buffer.from([0xff, 0xfe, 0x00]))
      await hangUp('the old ones stay')
      const kept = await outcomes()
      isOver = true
      await living
      const ended = await server.end('SIGTERM')
      const [zero, one] = ['failed, failed, ok, ok', 'ok, ok, failed, failed']
      const others = [...town.outcomes.keys()].filter((outcome) => outcome !== 'ok')
      return [
        {
          done: 'exchanged the forbidden words and passwords and sent SIGHUP; then broke a file and sent it again',
          seen: `registrations: ${[before, after, kept].map((each) => each.join(', ')).join('; ')}; exit ${ended}`,
          passed: before.join(', ') === zero && after.join(', ') === one && kept.join(', ') === one && ended === 0,
        },
        {
          done: `load of 8 at once all the while`,
          seen: `${count(town.acknowledged())} acknowledged writes; other outcomes: ${others.join(', ') || 'none'} ${listed(town.surprises())}`,
          passed: others.length === 0 && town.acknowledged() > 0,
        },
      ]
    } finally {
      remove()
    }
  },
}
