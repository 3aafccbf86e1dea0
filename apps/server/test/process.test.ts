import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startFakeTwilio, twilioFailure } from '@acct/delivery/testing'
import { createClient } from '@acct/sdk/card'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { acct, type Settings, serve, temporaryFolder } from './support/process.ts'

let folder: string
let remove: () => void
let settings: Settings

beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
  settings = { ACCT_DATA_DIR: folder }
})
afterEach(() => remove())

const databaseFile = () => join(folder, 'acct.db')
const checksum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('a start that can not be: one clear line, exit 1', () => {
  it('a bad setting', async () => {
    const { code, err } = await acct(['serve'], { ...settings, PORT: 'abc' })
    expect(code).toBe(1)
    expect(err).toBe("acct: PORT: must be a whole number from 0 to 65535, got 'abc'\n")
    expect(readdirSync(folder)).toEqual([])
  })

  it('an address of another machine', async () => {
    const { code, err } = await acct(['serve'], { ...settings, PORT: '0', HOST: '203.0.113.1' })
    expect(code).toBe(1)
    expect(err).toBe("acct: HOST: '203.0.113.1' is no address of this machine\n")
  })

  it('a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const { code, err } = await acct(['serve'], { ...settings, PORT: String(port) })
    expect(code).toBe(1)
    expect(err).toMatch(new RegExp(`^acct: PORT: port ${port} on 127.0.0.1 is taken[^\n]*\n$`))
    other.close()
  })

  it('a folder that can not be written', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, err } = await acct(['serve'], { ACCT_DATA_DIR: join(file, 'data') })
    expect(code).toBe(1)
    expect(err).toMatch(/^acct: ACCT_DATA_DIR: [^\n]+\n$/)
  })

  it.each<[string, (file: string) => void]>([
    ['empty', (file) => writeFileSync(file, '')],
    ['garbage', (file) => writeFileSync(file, 'x'.repeat(8192))],
    ['truncated', (file) => truncateSync(file, statSync(file).size - 4096)],
    ['overwritten in the middle', (file) => overwrite(file, 8192, 4096)],
    ['not ours', (file) => foreignDatabase(file)],
    ['newer than the program', (file) => addFutureMigration(file)],
  ])('a database that is %s, which stays as it is', async (_, damage) => {
    expect((await acct(['migrate'], settings)).code).toBe(0)
    damage(databaseFile())
    const before = checksum(databaseFile())
    const { code, err } = await acct(['serve'], { ...settings, PORT: '0' })
    expect(code).toBe(1)
    expect(err).toMatch(/^acct: database '[^\n]+\n$/)
    expect(checksum(databaseFile())).toBe(before)
  })
})

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, at, at + length)
  writeFileSync(file, bytes)
}

function foreignDatabase(file: string): void {
  writeFileSync(file, '')
  truncateSync(file, 0)
  const database = new Database(file)
  database.exec('create table somebody_elses (x)')
  database.close()
}

function addFutureMigration(file: string): void {
  const database = new Database(file)
  const [table] = database
    .prepare("select name from sqlite_master where name like '%migrations%'")
    .pluck()
    .all() as string[]
  database.prepare(`insert into "${table}" (hash, created_at) values ('later', 9999999999999)`).run()
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

describe('a running server', () => {
  it('keeps every acknowledged registration when it is killed', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 3; round++) {
      const { url, child, ended } = await serve(settings)
      const card = createClient({ baseUrl: `${url}/card` })
      const register = async (username: string) => {
        const person = { username, password: 'right_1', nickname: 'n', telephone: '13812345678' }
        if ((await card.register(person)).outcome === 'ok') acknowledged.push(username)
        if (acknowledged.length === 40 * (round + 1)) child.kill('SIGKILL')
      }
      await Promise.all(Array.from({ length: 200 }, (_, index) => register(`r${round}_${index}`)))
      expect(await ended).toBe('SIGKILL')
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(120)
    const { url, child, ended } = await serve(settings)
    const card = createClient({ baseUrl: `${url}/card` })
    for (const username of acknowledged) {
      expect([username, (await card.login({ username, password: 'right_1' })).outcome]).toEqual([username, 'ok'])
    }
    child.kill()
    expect(await ended).toBe(0)
    expect(JSON.parse((await acct(['doctor', '--json'], settings)).out).problems).toBe('none')
    const compacted = JSON.parse((await acct(['compact', '--json'], settings)).out)
    expect(compacted.bytesAfter).toBeGreaterThan(0)
    expect(compacted.bytesAfter).toBeLessThanOrEqual(compacted.bytesBefore)
  })

  it('finishes what is in flight when it is told to stop, and takes nothing new', async () => {
    const { url, child, ended } = await serve(settings)
    const slow = await halfSent(url)
    const page = await halfSent(url, { path: '/reset-password' })
    child.kill('SIGTERM')
    await refusesConnections(url)
    slow.sendRest()
    expect(await slow.answer).toMatch(
      /^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\nconnection: close\r\n[\s\S]*用户名或密码错误"}$/i,
    )
    page.sendRest()
    expect(await page.answer).toMatch(
      /^HTTP\/1\.1 404 Not Found\r\n[\s\S]*\r\nconnection: close\r\n[\s\S]*<\/html>\s*$/i,
    )
    expect(await ended).toBe(0)
  })

  it('ends at once at the second signal', async () => {
    const { url, child, ended } = await serve(settings)
    const slow = await halfSent(url)
    child.kill('SIGTERM')
    await refusesConnections(url)
    child.kill('SIGINT')
    expect(await ended).toBe(1)
    expect(await slow.answer).toBe('')
  })

  it('delivers once what it had answered before it was killed', async () => {
    const twilio = await startFakeTwilio('AC0123456789abcdef0123456789abcdef', 'twilio-auth-token')
    onTestFinished(() => twilio.close())
    const withGateway = {
      ...settings,
      ACCT_SMS: 'twilio',
      ACCT_TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
      ACCT_TWILIO_AUTH_TOKEN: 'twilio-auth-token',
      ACCT_TWILIO_FROM: '+15005550006',
      ACCT_TWILIO_ENDPOINT: twilio.url,
    }
    twilio.behave(twilioFailure(429, 20429))
    const first = await serve(withGateway)
    const asked = await fetch(`${first.url}/phone/user/registerPhone/13812345678`)
    expect(await asked.json()).toEqual({ msg: '注意接收短信' })
    await first.says('"outcome":"retried"')
    first.child.kill('SIGKILL')
    await first.ended

    const refused = twilio.received.length
    twilio.behave('healthy')
    for (let start = 1; start <= 2; start++) {
      const { child, ended } = await serve(withGateway)
      await twilio.reached(refused + 1)
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    }
    expect(twilio.received).toHaveLength(refused + 1)
    expect(twilio.received.at(-1)).toEqual(twilio.received[0])
  })

  it('is told of what the operator does, at once', async () => {
    const { url, child, ended } = await serve(settings)
    const client = (token?: string) => createClient({ baseUrl: `${url}/card`, ...(token && { token }) })
    const created = await acct(['account', 'create', '--username', 'Li_Lei', '--json'], settings, 'right_1\n')
    const { id } = JSON.parse(created.out) as { id: number }
    const login = await client().login({ username: 'li_lei', password: 'right_1' })
    const token = /acct_session=([^;]+)/.exec(login.headers?.get('set-cookie') ?? '')?.[1]
    expect((await client(token).getInfo()).outcome).toBe('ok')

    expect((await acct(['account', 'lock', 'LI_LEI'], settings)).code).toBe(0)
    expect((await client(token).getInfo()).outcome).toBe('failed')
    expect((await client().login({ username: 'li_lei', password: 'right_1' })).outcome).toBe('invalidCredentials')
    expect((await acct(['account', 'unlock', String(id)], settings)).code).toBe(0)
    expect((await acct(['account', 'set-password', 'li_lei'], settings, 'other_2')).code).toBe(0)
    expect((await client().login({ username: 'li_lei', password: 'other_2' })).outcome).toBe('ok')
    expect((await acct(['account', 'set-role', 'li_lei', 'creator'], settings)).code).toBe(0)
    expect((await acct(['account', 'set-level', 'li_lei', '10'], settings)).code).toBe(0)
    const shown = JSON.parse((await acct(['account', 'show', 'li_lei', '--json'], settings)).out)
    expect(shown).toMatchObject({
      id,
      username: 'Li_Lei',
      role: 'creator',
      level: 10,
      hasPassword: true,
      lockedAt: null,
    })
    expect(JSON.stringify(shown)).not.toContain('argon2')
    expect((await acct(['account', 'delete', 'li_lei'], settings)).code).toBe(0)
    expect((await client().login({ username: 'li_lei', password: 'other_2' })).outcome).toBe('invalidCredentials')
    child.kill()
    await ended
  })
})

/** A login of which the server has read everything but the last byte. */
async function halfSent(url: string, { path = '/card/user/login' } = {}) {
  const body = '{"username":"a","password":"b"}'
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const answer = text(socket).catch(() => '')
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
  await new Promise((resolve) => socket.write(head + body.slice(0, -1), resolve))
  // The server reads connections in turn: once a later one is answered, this one has been read.
  await fetch(`${url}/healthz`)
  return { answer, sendRest: () => socket.write(body.slice(-1)) }
}

/** Waits until the server has heard that it should stop. */
async function refusesConnections(url: string): Promise<void> {
  const open = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
      socket.once('connect', () => socket.destroy()).once('error', () => resolve(false))
      socket.once('close', () => resolve(true))
    })
  while (await open());
}

describe('acct', () => {
  it.each<[string, string[], number, RegExp]>([
    ['an unknown command', ['nothing'], 2, /unknown command/],
    ['no command', [], 2, /Usage: acct/],
    ['a missing argument', ['account', 'show'], 2, /missing required argument/],
    ['a level that is none', ['account', 'set-level', 'x', '16'], 2, /0 to 15/],
    ['a role that is none', ['account', 'set-role', 'x', 'king'], 2, /normal_user/],
    ['an account that is not there', ['account', 'show', 'nobody'], 1, /^acct: there is no account 'nobody'\n$/],
    [
      'an account without any identifier',
      ['account', 'create', '--no-password'],
      1,
      /^acct: an account needs [^\n]+\n$/,
    ],
    [
      'a phone that is none',
      ['account', 'create', '--phone', '123', '--no-password'],
      1,
      /^acct: '123' is no mobile number\n$/,
    ],
    [
      'a username that is not allowed',
      ['account', 'create', '--username', 'a b', '--no-password'],
      1,
      /^acct: this username is not allowed\n$/,
    ],
    ['an empty password', ['account', 'create', '--username', 'ab'], 1, /^acct: the password is empty\n$/],
  ])('says what is wrong with %s', async (_, args, code, line) => {
    const result = await acct(args, settings)
    expect(result.code).toBe(code)
    expect(result.err).toMatch(line)
  })

  it('tells what it can do', async () => {
    for (const command of [[], ['serve'], ['migrate'], ['account'], ['account', 'lock'], ['doctor'], ['compact']]) {
      const { code, out } = await acct([...command, '--help'], settings)
      expect(code).toBe(0)
      expect(out).toContain('Usage: acct')
    }
  })

  it('finds accounts by every name they have', async () => {
    const args = [
      'account',
      'create',
      '--username',
      'four_names',
      '--phone',
      '13812345678',
      '--email',
      'A@example.com',
      '--json',
    ]
    const { id } = JSON.parse((await acct(args, settings, 'right_1')).out) as { id: number }
    for (const who of ['four_names', '+8613812345678', 'a@example.com', String(id)]) {
      expect(JSON.parse((await acct(['account', 'show', who, '--json'], settings)).out).id).toBe(id)
    }
    expect((await acct(['account', 'create', '--phone', '+8613812345678', '--no-password'], settings)).err).toContain(
      'this phone',
    )
  })

  it('migrate makes the database once', async () => {
    expect((await acct(['migrate'], settings)).out).not.toContain('nothing to do')
    expect((await acct(['migrate'], settings)).out).toContain('nothing to do')
  })

  it('doctor finds what is broken', async () => {
    await acct(['migrate'], settings)
    expect((await acct(['doctor'], settings)).code).toBe(0)
    overwrite(databaseFile(), 20480, 4096)
    expect((await acct(['doctor'], settings)).code).toBe(1)
  })
})
