import { expect, onTestFinished, test } from 'vitest'
import { serve, temporaryFolder } from './support/process.ts'

test('ends when it is told to, though nobody reads its log', async () => {
  const { folder, remove } = temporaryFolder()
  onTestFinished(remove)
  const { url, child, ended } = await serve({ ACCT_DATA_DIR: folder, ACCT_LOG_REQUESTS: 'all' })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdout?.pause()
  // More lines than what the kernel and our side of it hold for a later reader.
  for (let round = 0; round < 40; round++) {
    const requests = Array.from({ length: 100 }, () => fetch(`${url}/card/user/getInfo`, { method: 'POST' }))
    for (const answer of await Promise.all(requests)) expect(answer.status).toBe(200)
  }
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 30_000)
