import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@acct/sdk/card'
import { inspectStore } from '@acct/store'
import { count, listed } from '../src/report.ts'
import { acct, type ServingProcess, serve, temporaryFolder, unlimited } from '../src/server.ts'
import { until } from '../src/wait.ts'
import { cutOf, type Life, startLives } from './backups/lives.ts'
import type { FaultScenario } from './context.ts'

/** Backups of a server that is being written to: each is what the ledger says of one moment, and the last gives it back. */
export const backups: FaultScenario = {
  name: 'backups',
  run: async ({ long }) => {
    const times = long ? 20 : 3
    const { folder, remove } = temporaryFolder('backups')
    const settings = { ...unlimited, ACCT_DATA_DIR: join(folder, 'data') }
    const server = await serve(settings)
    try {
      const lives = startLives(server.url, 16)
      const [refused, damaged, cuts]: [string[], string[], string[]] = [[], [], []]
      let deeds = 0
      for (let nth = 1; nth <= times; nth += 1) {
        const file = join(folder, `backup-${nth}.db`)
        const before = lives.done()
        await until(() => lives.done() >= before + 100, 'writes between two backups')
        const began = performance.now()
        const { code, err } = await acct(['backup', file], settings)
        const ended = performance.now()
        if (code !== 0) refused.push(`backup ${nth}: ${err.trim()}`)
        else {
          damaged.push(...inspectStore({ file }).problems.map((problem) => `backup ${nth}: ${problem}`))
          const cut = cutOf(file, lives.all, { began, ended })
          deeds = cut.deeds
          cuts.push(...cut.differences.map((difference) => `backup ${nth}: ${difference}`))
        }
      }
      const { surprises } = await lives.stop()
      await server.end('SIGTERM')
      const back = await restore(join(folder, `backup-${times}.db`), join(folder, 'restored'), lives.all)
      const left = readdirSync(folder).filter((name) => !/^(backup-\d+\.db|data|restored)$/.test(name))
      return [
        {
          done: `${times} × \`acct backup\` beside ${count(lives.done())} acknowledged writes of 16 at once`,
          seen: `${refused.length} refused ${listed(refused)}, ${left.length} files left beside them ${listed(left)}`,
          passed: refused.length === 0 && left.length === 0,
        },
        {
          done: '`integrity_check` and `foreign_key_check` of each',
          seen: `${damaged.length} problems ${listed(damaged)}`,
          passed: damaged.length === 0,
        },
        {
          done: 'compared each with the ledger',
          seen: `${cuts.length} that are no prefix of it ${listed(cuts)}; ${count(deeds)} deeds in the last`,
          passed: cuts.length === 0 && deeds > 0,
        },
        {
          done: 'looked at each answer',
          seen: `${surprises.length} that were not due ${listed(surprises)}`,
          passed: surprises.length === 0,
        },
        {
          done: 'restored the last one, served it, and let everybody in it log in',
          seen: `${back.people} people, ${back.kept.length} kept out ${listed(back.kept)}`,
          passed: back.people > 0 && back.kept.length === 0,
        },
      ]
    } finally {
      remove()
    }
  },
}

/** Whoever is in a backup logs in with the password that it knows them by. */
async function restore(
  file: string,
  folder: string,
  lives: readonly Life[],
): Promise<{ people: number; kept: string[] }> {
  const settings = { ...unlimited, ACCT_DATA_DIR: folder }
  const { code, err } = await acct(['restore', file], settings)
  if (code !== 0) return { people: 0, kept: [err.trim()] }
  const restored: ServingProcess = await serve(settings)
  const card = createClient({ baseUrl: `${restored.url}/card` })
  const kept: string[] = []
  let people = 0
  for (const life of lives) {
    for (const { username, passwords } of life.peopleIn(file)) {
      people += 1
      const answers = await Promise.all(passwords.map((password) => card.login({ username, password })))
      if (answers.filter(({ outcome }) => outcome === 'ok').length !== 1) kept.push(username)
    }
  }
  await restored.end('SIGTERM')
  return { people, kept }
}
