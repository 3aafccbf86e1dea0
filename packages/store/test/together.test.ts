import { expect, test } from 'vitest'
import { readAlong } from '../src/postgres/readAlong.ts'
import { together } from '../src/postgres/together.ts'

const bytes = (number: number) => Uint8Array.of(number)

/** Rows by their hashes, and which hashes each look was for; a look is answered when `answer` is called. */
function table(rows: { hash: string }[]) {
  const looks: { hashes: readonly string[]; now: number; answer: () => void; fail: (error: Error) => void }[] = []
  const findAt = together(
    (hashes, now) =>
      new Promise<{ hash: string }[]>((resolve, reject) => {
        looks.push({
          hashes,
          now,
          answer: () => resolve(rows.filter(({ hash }) => hashes.includes(hash))),
          fail: reject,
        })
      }),
  )
  return { looks, findAt, find: (hash: Uint8Array) => findAt(hash, 1000) }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

test('who asks in one tick shares a look, each is told its own row, and who asks for the same one too', async () => {
  const { looks, find } = table([{ hash: '01' }, { hash: '02' }])
  const answers = [bytes(1), bytes(2), bytes(1), bytes(3)].map(find)
  await nextTurn()
  expect(looks.map(({ hashes }) => hashes)).toEqual([['01', '02', '01', '03']])
  looks[0]?.answer()
  expect(await Promise.all(answers)).toEqual([{ hash: '01' }, { hash: '02' }, { hash: '01' }, undefined])
})

test('who asks once a look is under way is told by a look of its own, without waiting for that one', async () => {
  const rows = [{ hash: '01' }]
  const { looks, find } = table(rows)
  const before = find(bytes(1))
  await nextTurn()
  const after = find(bytes(1))
  await nextTurn()
  expect(looks).toHaveLength(2)
  looks[0]?.answer()
  rows.pop()
  looks[1]?.answer()
  expect(await before).toEqual({ hash: '01' })
  expect(await after).toBeUndefined()
})

test('a look is told the earliest time, so that it finds what nobody who shares it may miss', async () => {
  const { looks, findAt } = table([])
  void Promise.all([findAt(bytes(1), 1002), findAt(bytes(2), 1000), findAt(bytes(3), 1001)])
  await nextTurn()
  expect(looks.map(({ now }) => now)).toEqual([1000])
})

test('an error goes to everybody whose look it was, and to nobody else', async () => {
  const { looks, find } = table([{ hash: '01' }])
  const failing = [find(bytes(1)), find(bytes(2))]
  await nextTurn()
  const fine = find(bytes(1))
  await nextTurn()
  looks[0]?.fail(new Error('gone'))
  looks[1]?.answer()
  const reasons = (await Promise.allSettled(failing)).map((end) => end.status === 'rejected' && String(end.reason))
  expect(reasons).toEqual(['Error: gone', 'Error: gone'])
  expect(await fine).toEqual({ hash: '01' })
})

test('a crowd is looked up in several statements', async () => {
  const { looks, find } = table(Array.from({ length: 256 }, (_, number) => ({ hash: hexOf(number) })))
  const answers = Array.from({ length: 600 }, (_, number) => find(bytes(number % 256)))
  await nextTurn()
  expect(looks.map(({ hashes }) => hashes.length)).toEqual([256, 256, 88])
  for (const { answer } of looks) answer()
  expect((await Promise.all(answers)).map((row) => row?.hash)).toEqual(
    Array.from({ length: 600 }, (_, number) => hexOf(number % 256)),
  )
})

const hexOf = (number: number) => number.toString(16).padStart(2, '0')

test('a profile that was read along is there for who asks without waiting, and gone for who has waited', async () => {
  const along = readAlong()
  const session = { id: 1, accountId: 2 }
  const profile = { username: 'li_lei' } as Parameters<typeof along.keep>[1]
  const asked = Promise.resolve().then(() => along.keep(session, profile))
  // As far as promises go that wait for nothing but each other.
  for (let step = 0; step < 20; step += 1) await asked
  expect(along.of(session)).toBe(profile)
  expect(along.of({ ...session })).toBeUndefined()
  await nextTurn()
  expect(along.of(session)).toBeUndefined()
})
