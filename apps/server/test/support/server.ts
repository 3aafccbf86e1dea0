import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeClock, fakeClock, seededRandom } from '@acct/core/testing'
import { textOf } from '@acct/store/testing'
import { pino } from 'pino'
import { readConfig } from '../../src/config.ts'
import { logOptions } from '../../src/http/log.ts'
import { type Machinery, type RunningServer, startServer } from '../../src/serve.ts'

import { collectSecrets, secretsIn } from './secrets.ts'

/** A real server on a real database, with a clock that stands still until it is told to move. */
export interface TestServer {
  readonly server: RunningServer
  readonly url: string
  readonly clock: FakeClock
  /** Of a server on SQLite. */
  readonly databaseFile: string
  /** Everything that stands in the database, on either engine. */
  readonly databaseText: () => Promise<string>
  /** Everything that was logged, one parsed line each. */
  readonly logged: () => Record<string, unknown>[]
  readonly stop: () => Promise<void>
}

/** Cheap hashes and no limit on requests: tests that are about either say so. */
const testSettings = {
  PORT: '0',
  ACCT_ARGON2: 'm=32,t=1,p=1',
  ACCT_LIMIT_REQUESTS_PER_MINUTE: '0',
}

/** Noon in Shanghai of a day in 2026. */
const startOfTests = Date.UTC(2026, 5, 15, 4)

/** Starts a server of its own for a test file; `stop` removes what it left behind. */
export async function startTestServer(
  settings: Readonly<Record<string, string>> = {},
  machinery: Machinery = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'acct-test-'))
  const config = readConfig({ ...testSettings, ACCT_DATA_DIR: folder, ...settings })
  const { database } = config
  const databaseText = async () => (database.kind === 'file' ? textOfFile(database.file) : textOf(database))
  const lines: string[] = []
  const log = pino(logOptions(config.logLevel), { write: (line: string) => void lines.push(line) })
  const clock = fakeClock(startOfTests)
  const server = await startServer(config, log, {
    clock,
    random: seededRandom('server'),
    // Nothing is turned away because the machine is busy with other tests.
    longestEventLoopDelay: 0,
    ...machinery,
  })
  return {
    server,
    url: server.url,
    clock,
    get databaseFile() {
      if (database.kind !== 'file') throw new Error('this server keeps its accounts in PostgreSQL')
      return database.file
    },
    databaseText,
    logged: () => lines.map((line) => JSON.parse(line)),
    stop: async () => {
      const { messages } = server.core.stores
      collectSecrets(await messages.list({ limit: 10_000 }))
      const text = await databaseText()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
      // Whatever a test was about: nothing that opens an account may be left in the log or the database.
      const leaks = secretsIn(lines.join('')).concat(secretsIn(text))
      if (leaks.length > 0) throw new Error(`secrets leaked into the log or the database: ${leaks.join(', ')}`)
    },
  }
}

const textOfFile = (file: string) => [file, `${file}-wal`].map((each) => readFileSync(each, 'latin1')).join('')
