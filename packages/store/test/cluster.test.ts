import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { startProcess } from './process.ts'

const isReached = async (url: string) => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  const reached = await client.connect().then(
    () => true,
    () => false,
  )
  await client.end().catch(() => undefined)
  return reached
}

test('a PostgreSQL of tests ends with a test run that is killed, and its folder goes', async () => {
  const child = startProcess(new URL('clusterChild.ts', import.meta.url))
  if (child.stdout === null) throw new Error('no output')
  const ended = once(child, 'exit')
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  const folder = new URL(url).searchParams.get('host') ?? ''
  expect(await isReached(url)).toBe(true)
  child.kill('SIGKILL')
  await ended
  // Vitest ends a test that waits in vain.
  while ((await isReached(url)) || existsSync(folder)) await setTimeout(50)
})
