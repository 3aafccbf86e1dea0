import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@acct/sdk/card'
import { count, Skipped } from '../src/report.ts'
import { serve, temporaryFolder, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'

/** The kernel is watched: each of a row of writes must have been brought to the disk before it was acknowledged. */
export const syncs: FaultScenario = {
  name: 'syncs',
  run: async ({ long }) => {
    if (spawnSync('strace', ['-V']).error) throw new Skipped('strace is not installed, so nobody counts the syncs')
    const writes = long ? 1000 : 200
    const { folder, remove } = temporaryFolder('syncs')
    const settings = { ...unlimited, ACCT_DATA_DIR: folder }
    const trace = join(folder, 'trace')
    try {
      // On a server that was started again: an existing database opens with weaker habits than a new one.
      await (await serve(settings)).end('SIGTERM')
      const strace = ['strace', '-f', '-e', 'trace=fsync,fdatasync', '-o', trace]
      const server = await serve(settings, { under: strace })
      const card = createClient({ baseUrl: `${server.url}/card` })
      const synced = () =>
        readFileSync(trace, 'utf8').match(/(fsync|fdatasync)(\(\d+\)| resumed>.*\)) += 0$/gm)?.length ?? 0
      let acknowledged = 0
      let late = 0
      const before = synced()
      for (let nth = 1; nth <= writes; nth += 1) {
        const person = { username: `serial_${nth}`, password: 'p', nickname: 'n', telephone: '13812345678' }
        const { outcome } = await card.register(person)
        if (outcome !== 'ok') continue
        acknowledged += 1
        if (synced() - before < acknowledged) late += 1
      }
      const after = synced()
      const ended = await server.end('SIGTERM')
      return [
        {
          done: `${count(writes)} writes one after another on a restarted server, traced`,
          seen: `${count(acknowledged)} acknowledged, ${count(after - before)} syncs by then; ${late} acknowledged before their sync`,
          passed: acknowledged === writes && after - before >= acknowledged && late === 0 && ended === 0,
        },
      ]
    } finally {
      remove()
    }
  },
}
