import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** A program that a test started, and where it listens. */
export interface Running {
  readonly url: string
  readonly stop: () => Promise<void>
}

export const inExamples = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Starts a program of Node's and waits until a line of its output tells where it listens. */
export async function start(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  urlIn: (line: string) => string | undefined,
): Promise<Running> {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ACCT_|NODE_ENV$)/.test(name)),
  )
  const child = spawn(process.execPath, args, {
    env: { ...environment, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const url = await Promise.race([
    firstUrl(child.stdout, urlIn),
    ended.then(() => Promise.reject(new Error(`${args[0]} ended before it listened`))),
  ])
  const stop = async () => {
    child.kill()
    await ended
  }
  return { url, stop }
}

async function firstUrl(output: Readable, urlIn: (line: string) => string | undefined): Promise<string> {
  const lines = createInterface({ input: output })
  for await (const line of lines) {
    const url = urlIn(line)
    if (url === undefined) continue
    // Closing the lines pauses the output; what comes after is let go, so that its pipe never fills.
    output.resume()
    return url
  }
  throw new Error('its output ended')
}

/** Starts the built server on a free port and an empty database: cheap hashes, and no waiting between two codes. */
export async function startAcct(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'acct-examples-'))
  const settings = { ACCT_DATA_DIR: folder, ACCT_ARGON2: 'm=32,t=1,p=1', ACCT_LIMIT_CODE_INTERVAL: '0' }
  const running = await start([inExamples('../apps/server/dist/main.js'), 'serve'], settings, (line) => {
    const { msg, url } = JSON.parse(line) as { msg?: string; url?: string }
    return msg === 'listening' ? url : undefined
  })
  const stop = async () => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: running.url, stop }
}

/** The newest code that was "sent" to an address. */
export async function codeTo(acct: string, address: string): Promise<string> {
  const answer = await fetch(`${acct}/dev/inbox.json?to=${encodeURIComponent(address)}`)
  const { messages } = (await answer.json()) as { messages: { code: string | null }[] }
  const code = messages[0]?.code
  if (!code) throw new Error(`no code was sent to ${address}`)
  return code
}
