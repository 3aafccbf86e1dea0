import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { acct, type ServingProcess, type Settings, serve, temporaryFolder } from '../support/process.ts'
import { inLanes, logIn, register } from './pair.ts'

let folder: string
let remove: () => void
let settings: Settings
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
  settings = { ACCT_DATA_DIR: folder, ACCT_WORKERS: '2' }
})
afterEach(() => remove())

/** Starts a server that no failing test leaves behind. */
async function start(): Promise<ServingProcess> {
  const server = await serve(settings)
  onTestFinished(async () => {
    server.child.kill('SIGKILL')
    await server.ended
  })
  return server
}

type Line = Readonly<Record<string, unknown>>

/** What is in its log so far, but for a line that has not arrived to its end. */
const linesOf = (server: ServingProcess): Line[] =>
  server
    .log()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)

/** The workers of a server, by their process ids. */
function workersOf({ child }: ServingProcess): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.flatMap(([pid = 0, parent]) => (parent === child.pid ? [pid] : []))
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(10)
}

const timesSaid = (server: ServingProcess, msg: string) => linesOf(server).filter((line) => line.msg === msg).length

async function end({ child, ended }: ServingProcess): Promise<void> {
  child.kill()
  expect(await ended).toBe(0)
}

/** A login of which a worker has read everything but the last byte. */
async function halfSent(url: string) {
  const body = '{"username":"a","password":"b"}'
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  const closed = new Promise<string>((resolve) => {
    socket.once('error', () => undefined).once('close', () => resolve(answer))
  })
  const head = `POST /card/user/login HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
  socket.write(head)
  // It says so once it has read the head, whichever worker it is.
  await until(() => answer.includes('100 Continue'))
  socket.write(body.slice(0, -1))
  return { closed, sendRest: () => socket.write(body.slice(-1)) }
}

describe('a server with two workers', () => {
  it('listens once, shares its port, and writes whole lines that tell whose they are', async () => {
    const server = await start()
    const each = async () => {
      for (let times = 0; times < 50; times += 1) await (await fetch(`${server.url}/card/user/getInfo`)).text()
    }
    await Promise.all(Array.from({ length: 20 }, each))
    await end(server)
    const lines = linesOf(server)
    const [listening, ...more] = lines.filter(({ msg }) => msg === 'listening')
    expect(listening).toMatchObject({
      url: server.url,
      workers: 2,
      variants: expect.arrayContaining([expect.any(String)]),
    })
    expect(more).toEqual([])
    const requests = lines.filter(({ msg }) => msg === 'request')
    expect(requests).toHaveLength(1000)
    expect(new Set(requests.map(({ worker }) => worker))).toEqual(new Set([1, 2]))
    for (const msg of ['stopping', 'stopped']) expect(timesSaid(server, msg)).toBe(1)
    expect(server.errors()).toBe('')
  })

  it('tells the metrics of all workers, whichever is asked', async () => {
    settings = { ...settings, ACCT_METRICS: 'local' }
    const server = await start()
    const ask = async (path: string, method = 'POST') =>
      (await fetch(server.url + path, { method, headers: { connection: 'close' } })).text()
    for (let times = 0; times < 10; times += 1) await ask('/card/user/getInfo')
    for (let times = 0; times < 4; times += 1) {
      const text = await ask('/metrics', 'GET')
      expect(text).toMatch(/^acct_requests_total\{variant="card",route="getInfo",outcome="failed"\} 10$/m)
    }
    await end(server)
    const workers = linesOf(server)
      .filter(({ msg, route }) => msg === 'request' && route === 'getInfo')
      .map(({ worker }) => worker)
    expect(new Set(workers)).toEqual(new Set([1, 2]))
  })

  it('starts one again that was killed under load; the other goes on, and nothing that was answered is lost', async () => {
    const server = await start()
    const [victim = 0, survivor = 0] = workersOf(server)
    const acknowledged: string[] = []
    let cutOff = 0
    let afterKill = 0
    let isKilled = false
    const live = async (client: number) => {
      for (let nth = 0; nth < 1000 && timesSaid(server, 'a worker serves again') === 0; nth += 1) {
        const name = `client_${client}_${nth}`
        const { outcome } = await register(server, name)
        // No answer at all: the connection was being handed to the victim, and nobody else can close it.
        if (outcome === 'networkError' || outcome === 'timeout') cutOff += 1
        else {
          expect(outcome).toBe('ok')
          acknowledged.push(name)
          if (!isAlive(victim)) afterKill += 1
        }
        if (acknowledged.length === 40 && !isKilled) {
          isKilled = true
          process.kill(victim, 'SIGKILL')
        }
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, client) => live(client)))
    expect(timesSaid(server, 'a worker has died, and is started again')).toBe(1)
    expect(afterKill).toBeGreaterThan(0)
    // Each client loses what it had on its way to the victim, and no more.
    expect(cutOff).toBeLessThanOrEqual(8)
    expect(workersOf(server)).toHaveLength(2)
    expect(workersOf(server)).toContain(survivor)
    const sessions = await inLanes(acknowledged, (name) => logIn(server, name))
    expect(sessions.filter((session) => session === '')).toEqual([])
    await end(server)
  })

  it('comes back at the same port when all of them are killed', async () => {
    const server = await start()
    for (const pid of workersOf(server)) process.kill(pid, 'SIGKILL')
    await until(() => timesSaid(server, 'a worker serves again') === 2)
    expect((await register(server, 'li_lei')).outcome).toBe('ok')
    expect(await logIn(server, 'li_lei')).toMatch(/^acct_s_/)
    await end(server)
  })

  it('ends with one clear line when none of them serves any more and none can be started', async () => {
    const server = await start()
    writeFileSync(join(folder, 'acct.db'), 'x'.repeat(8192))
    for (const pid of workersOf(server)) process.kill(pid, 'SIGKILL')
    expect(await server.ended).toBe(1)
    expect(server.errors()).toMatch(/^acct: database '[^\n]+\n$/)
  })

  it('finishes what is in flight when it is told to stop, and ends at once at the second signal', async () => {
    const server = await start()
    const slow = await halfSent(server.url)
    server.child.kill('SIGTERM')
    await until(() => timesSaid(server, 'stopping') === 1)
    slow.sendRest()
    expect(await slow.closed).toMatch(/HTTP\/1\.1 200 OK\r\n[\s\S]*用户名或密码错误"}$/)
    expect(await server.ended).toBe(0)

    const other = await start()
    const workers = workersOf(other)
    const cut = await halfSent(other.url)
    other.child.kill('SIGTERM')
    await until(() => timesSaid(other, 'stopping') === 1)
    other.child.kill('SIGINT')
    expect(await other.ended).toBe(1)
    expect(await cut.closed).not.toContain('200 OK')
    await until(() => !workers.some(isAlive))
  })

  it('leaves no worker behind when its first process is killed', async () => {
    const server = await start()
    const workers = workersOf(server)
    expect(workers).toHaveLength(2)
    server.child.kill('SIGKILL')
    await server.ended
    await until(() => !workers.some(isAlive))
  })

  it('minds signals to all of its processes once, as a terminal sends them', async () => {
    const server = await start()
    const workers = workersOf(server)
    for (const pid of workers) for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.kill(pid, signal)
    server.child.kill('SIGHUP')
    await until(() => timesSaid(server, 'word lists reloaded') === 2)
    expect(workersOf(server)).toEqual(workers)
    expect((await register(server, 'li_lei')).outcome).toBe('ok')
    await end(server)
  })
})

describe('a start of workers that can not be: one clear line, exit 1', () => {
  it('a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, out, err } = await acct(['serve'], { ...settings, PORT: String(port) })
    expect(err).toBe(`acct: PORT: port ${port} on 127.0.0.1 is taken by another program\n`)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    other.close()
  })

  it.each<[string, Settings]>([
    ['an address of another machine', { HOST: '203.0.113.1' }],
    ['a list of words that is not there', { ACCT_SENSITIVE_WORDS: '/nowhere/words.txt' }],
    ['a setting', { LOG_LEVEL: 'loud' }],
  ])('%s', async (_, bad) => {
    const { code, out, err } = await acct(['serve'], { ...settings, PORT: '0', ...bad })
    expect(err).toMatch(new RegExp(`^acct: ${Object.keys(bad)[0]}: [^\\n]+\n$`))
    expect({ code, out }).toEqual({ code: 1, out: '' })
  })

  it('a database that is none', async () => {
    writeFileSync(join(folder, 'acct.db'), 'x'.repeat(8192))
    const { code, err } = await acct(['serve', '--workers', '2'], { ACCT_DATA_DIR: folder, PORT: '0' })
    expect(err).toMatch(/^acct: database '[^\n]+\n$/)
    expect(code).toBe(1)
  })

  it('a number that is none', async () => {
    const { code, err } = await acct(['serve', '--workers', 'many'], settings)
    expect(err).toContain('1 to 64, or auto')
    expect(code).toBe(2)
  })
})
