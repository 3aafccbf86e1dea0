import { startOwnCluster } from '../src/testing/index.ts'

// A process of its own: starts a PostgreSQL, says where, and does nothing more.
const { url } = await startOwnCluster()
process.stdout.write(`${url}\n`)
setInterval(() => {}, 60_000)
