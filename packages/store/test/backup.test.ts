import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createAccount, requestLoginCode, signInWithCode, signInWithPassword } from '@acct/core'
import { testCore } from '@acct/core/testing'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupStore, inspectStore, openStore, type Restoring, restoreStore } from '../src/index.ts'
import { knownMigrations } from '../src/migrations.ts'
import { migrate } from '../src/sqlite/migrate.ts'
import { applicationId } from '../src/sqlite/pragmas.ts'
import { freshFile } from './support.ts'

const password = 'Right_1'
const phone = '+8613812345678'

/** A database with an account, a session and a code, and the store that has it open. */
async function opened() {
  const file = freshFile()
  const store = openStore({ file })
  onTestFinished(() => store.close())
  const core = testCore(store.stores)
  await createAccount(core, { username: 'li_lei', phone, password })
  await signInWithPassword(core, { identifier: 'li_lei', password })
  await requestLoginCode(core, { phone, source: '192.0.2.1' })
  return { file, store, core }
}

/** A backup of such a database, which nobody has open any more. */
async function backedUp() {
  const { file, store } = await opened()
  const to = `${file}.backup`
  await backupStore({ file, to })
  store.close()
  return { file, to }
}

const restoring = (input: Pick<Restoring, 'from' | 'file'> & Partial<Restoring>): Restoring => ({
  replaces: false,
  endsSessions: false,
  by: 'user ops',
  at: 1_750_000_000_000,
  ...input,
})

/** What stands beside a file and begins with its name. */
const beside = (file: string) =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(basename(file)))
    .sort()

function rowsOf(file: string, statement: string): unknown[] {
  const client = new Database(file, { readonly: true })
  try {
    return client.prepare(statement).all()
  } finally {
    client.close()
  }
}

describe('a backup', () => {
  test('of an open database is one whole file that only its owner can read', async () => {
    const { file } = await opened()
    const to = join(dirname(file), 'copy.db')
    const { bytes, rows } = await backupStore({ file, to })
    expect(rows).toMatchObject({ accounts: 1, sessions: 1 })
    expect(statSync(to).size).toBe(bytes)
    expect(statSync(to).mode & 0o777).toBe(0o600)
    expect(beside(to)).toEqual(['copy.db'])
    expect(inspectStore({ file: to }).problems).toEqual([])
  })

  test('is of one moment, however much is written meanwhile', async () => {
    const { file, core } = await opened()
    let isOver = false
    const writing = (async () => {
      while (!isOver) {
        // Two rows that a step writes together, and nothing but together.
        await signInWithPassword(core, { identifier: 'li_lei', password, withTokens: true })
      }
    })()
    for (let round = 0; round < 5; round += 1) {
      const to = `${file}.${round}`
      await backupStore({ file, to })
      const [row] = rowsOf(
        to,
        'select (select count(*) from sessions) as sessions, (select count(*) from tokens) as tokens',
      ) as { sessions: number; tokens: number }[]
      // Each session but the first came with two tokens.
      expect(row?.tokens).toBe(2 * ((row?.sessions ?? 0) - 1))
    }
    isOver = true
    await writing
  })

  test('never takes a place that is taken, unless it is told to', async () => {
    const { file } = await opened()
    const to = `${file}.backup`
    writeFileSync(to, 'mine')
    await expect(backupStore({ file, to })).rejects.toThrow('it exists already (--force replaces it)')
    expect(readFileSync(to, 'utf8')).toBe('mine')
    await backupStore({ file, to, replaces: true })
    expect(inspectStore({ file: to }).rows.accounts).toBe(1)
    await expect(backupStore({ file, to: file, replaces: true })).rejects.toThrow('it is the database itself')
  })

  test('of a damaged database says so, and leaves nothing', async () => {
    const { file, store } = await opened()
    store.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa5, 20480, 24576))
    const to = `${file}.backup`
    await expect(backupStore({ file, to })).rejects.toThrow(/it is damaged/)
    expect(beside(to)).toEqual([])
  })

  test.each([
    ['that is not there', (file: string) => `${file}.nothing`, /it does not exist/],
    ['of another program', (file: string) => foreign(`${file}.foreign`), /it belongs to another program/],
  ])('of a file %s is refused', async (_, other, message) => {
    const file = freshFile()
    const to = `${file}.backup`
    await expect(backupStore({ file: other(file), to })).rejects.toThrow(message)
    expect(existsSync(to)).toBe(false)
  })

  test('into a folder that can not be written is refused in one line', async () => {
    const { file } = await opened()
    const to = join(dirname(file), 'nowhere', 'copy.db')
    await expect(backupStore({ file, to })).rejects.toThrow(/it cannot be read and written here: scandir ENOENT/)
  })

  test('clears away what a killed one has left', async () => {
    const { file } = await opened()
    const to = `${file}.backup`
    writeFileSync(`${to}.new-999999999`, 'half')
    await backupStore({ file, to })
    expect(beside(to)).toEqual([basename(to)])
  })
})

describe('restoring', () => {
  test('gives back what there was, less what may happen only once', async () => {
    const { to } = await backedUp()
    const file = freshFile()
    expect(await restoreStore(restoring({ from: to, file }))).toMatchObject({
      keptAside: null,
      rows: { accounts: 1, sessions: 1, codes: 0 },
    })
    expect(beside(file)).toEqual(['acct.db'])
    const store = openStore({ file })
    onTestFinished(() => store.close())
    const core = testCore(store.stores)
    expect((await signInWithPassword(core, { identifier: 'li_lei', password })).kind).toBe('signedIn')
    expect((await signInWithCode(core, { phone, code: '123456' })).kind).toBe('codeMissing')
    expect(rowsOf(file, 'select action, actor, source from audit')).toEqual([
      { action: 'restore', actor: 'operator', source: 'user ops' },
    ])
  })

  test('sends no message a second time', async () => {
    const { file, store, core } = await opened()
    const gateway = testCore(store.stores, {
      clock: core.clock,
      settings: { channels: { sms: 'gateway', email: 'off' }, codeInterval: 0 },
    })
    await requestLoginCode(gateway, { phone, source: '192.0.2.1' })
    await backupStore({ file, to: `${file}.backup` })
    const other = freshFile()
    await restoreStore(restoring({ from: `${file}.backup`, file: other }))
    const states = 'select state, sealed is null as wiped from messages order by id'
    expect(rowsOf(other, states)).toEqual([
      { state: 'inbox', wiped: 0 },
      { state: 'unclear', wiped: 1 },
    ])
  })

  test('ends all sessions where that is asked for', async () => {
    const { to } = await backedUp()
    const file = freshFile()
    const { rows } = await restoreStore(restoring({ from: to, file, endsSessions: true }))
    expect(rows).toMatchObject({ accounts: 1, sessions: 0, tokens: 0 })
    expect(rowsOf(file, 'select action from audit')).toEqual([{ action: 'restore' }, { action: 'endSessions' }])
  })

  test('over accounts wants to be told so, and keeps them aside', async () => {
    const { to } = await backedUp()
    const { file, store, core } = await opened()
    await createAccount(core, { username: 'later' })
    store.close()
    await expect(restoreStore(restoring({ from: to, file }))).rejects.toThrow(
      'it has 2 accounts (--force keeps it aside',
    )
    expect(inspectStore({ file }).rows.accounts).toBe(2)
    const { keptAside } = await restoreStore(restoring({ from: to, file, replaces: true }))
    expect(keptAside).toBe(`${file}.before-restore-1750000000000`)
    expect(inspectStore({ file }).rows.accounts).toBe(1)
    expect(inspectStore({ file: keptAside ?? '' })).toMatchObject({ problems: [], rows: { accounts: 2 } })
  })

  test('is refused while somebody has the database open', async () => {
    const { to } = await backedUp()
    const { file } = await opened()
    await expect(restoreStore(restoring({ from: to, file, replaces: true }))).rejects.toThrow(
      'another program has it open: stop the server first',
    )
    expect(beside(file).filter((name) => name.includes('restore') || name.includes('new'))).toEqual([])
  })

  test.runIf(process.platform === 'linux').each([
    ['is damaged', (file: string) => writeAt(file, 0, 'x'.repeat(100))],
    ['is gone', (file: string) => rmSync(file)],
  ])('is refused while somebody has a database open that %s', async (_, damage) => {
    const { to } = await backedUp()
    const { file, store } = await opened()
    damage(file)
    const before = beside(file)
    const replacing = restoring({ from: to, file, replaces: true })
    await expect(restoreStore(replacing)).rejects.toThrow('another program has it open: stop the server first')
    expect(beside(file)).toEqual(before)
    store.close()
    expect((await restoreStore(replacing)).rows.accounts).toBe(1)
  })

  test('over a damaged database keeps all that is left of it aside', async () => {
    const { to } = await backedUp()
    const file = freshFile()
    writeFileSync(file, 'x'.repeat(8192))
    writeFileSync(`${file}-wal`, 'y')
    await expect(restoreStore(restoring({ from: to, file }))).rejects.toThrow(/it is damaged or another program’s/)
    const { keptAside } = await restoreStore(restoring({ from: to, file, replaces: true }))
    expect(readFileSync(keptAside ?? '', 'utf8')).toBe('x'.repeat(8192))
    expect(readFileSync(`${keptAside}-wal`, 'utf8')).toBe('y')
    expect(inspectStore({ file })).toMatchObject({ problems: [], rows: { accounts: 1 } })
  })

  test('over a log without its database keeps the log aside', async () => {
    const { to } = await backedUp()
    const file = freshFile()
    writeFileSync(`${file}-wal`, 'y')
    await expect(restoreStore(restoring({ from: to, file }))).rejects.toThrow(/it is missing, but its '-wal' is there/)
    const { keptAside } = await restoreStore(restoring({ from: to, file, replaces: true }))
    expect(readFileSync(`${keptAside}-wal`, 'utf8')).toBe('y')
    expect(inspectStore({ file }).rows.accounts).toBe(1)
  })

  test.each<[string, (from: string) => void, RegExp]>([
    ['cut off', (from) => truncateSync(from, statSync(from).size - 4096), /it is damaged/],
    ['of another program', (from) => void foreign(from), /it belongs to another program/],
    ['empty', (from) => writeFileSync(from, ''), /it is damaged/],
    ['of a newer version', newer, /it was written by a newer version of this program/],
  ])('a file that is %s changes nothing', async (_, damage, message) => {
    const { to, file } = await backedUp()
    const before = readFileSync(file)
    const from = `${file}.bad`
    copyFileSync(to, from)
    damage(from)
    await expect(restoreStore(restoring({ from, file, replaces: true }))).rejects.toThrow(message)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(beside(file).filter((name) => name.includes('restore') || name.includes('new'))).toEqual([])
  })

  test('a backup of an older version is brought up to date', async () => {
    const from = freshFile()
    const old = new Database(from)
    old.pragma(`application_id = ${applicationId}`)
    migrate(old, knownMigrations().slice(0, -1), from)
    old.close()
    const file = freshFile()
    await restoreStore(restoring({ from, file }))
    expect(inspectStore({ file }).migrations).toMatchObject({ applied: knownMigrations().length })
  })

  test('a backup that nobody may write to is as good', async () => {
    const { to } = await backedUp()
    chmodSync(to, 0o400)
    const file = freshFile()
    await restoreStore(restoring({ from: to, file }))
    expect(inspectStore({ file }).rows.accounts).toBe(1)
  })
})

/** Writes over a part of a file, which stays the same one. */
function writeAt(file: string, position: number, text: string): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, text, position)
  closeSync(descriptor)
}

function foreign(file: string): string {
  writeFileSync(file, '')
  const client = new Database(file)
  client.exec('create table theirs (x)')
  client.close()
  return file
}

function newer(file: string): void {
  const client = new Database(file)
  client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)")
  client.close()
}
