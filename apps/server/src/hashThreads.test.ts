import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hashThreads } from './hashThreads.ts'

const options = { algorithm: 2, memoryCost: 32, timeCost: 1, parallelism: 1 } as const

it('compute hashes, and compare with them', async () => {
  const threads = hashThreads()
  const stored = await threads.run<string>({ kind: 'hash', password: 'right123', options })
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=32,t=1,p=1\$/)
  const compared = ['right123', 'wrong123'].map((password) => threads.run({ kind: 'verify', stored, password }))
  expect(await Promise.all(compared)).toEqual([true, false])
})

it('tell what went wrong, and go on', async () => {
  const threads = hashThreads()
  await expect(threads.run({ kind: 'verify', stored: 'no hash', password: 'right123' })).rejects.toThrow()
  expect(await threads.run({ kind: 'hash', password: 'right123', options })).toMatch(/^\$argon2id\$/)
})

it.runIf(process.platform === 'linux')('step back behind all others, and they alone', async () => {
  const before = priorities()
  await hashThreads().run({ kind: 'hash', password: 'right123', options })
  const fresh = Array.from(priorities()).filter(([thread]) => !before.has(thread))
  const own = before.get(String(process.pid)) ?? Number.NaN
  expect(priorities().get(String(process.pid))).toBe(own)
  expect(fresh.map(([, priority]) => priority)).toContain(Math.min(own + 10, 19))
})

/** How far each of this process's threads steps back, by its id. */
function priorities(): Map<string, number> {
  return new Map(
    readdirSync('/proc/self/task').map((thread) => {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
      // After the name, which may hold anything: state is the third field of proc(5), nice the 19th.
      return [thread, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])]
    }),
  )
}
