import Database from 'better-sqlite3'
import { Client } from 'pg'

// A process of its own: runs statements on a database, given as a file or a URL.
const [at = '', statements = ''] = process.argv.slice(2)
if (at.includes('://')) {
  const client = new Client({ connectionString: at })
  await client.connect()
  await client.query(statements)
  await client.end()
} else {
  const client = new Database(at)
  client.exec(statements)
  client.close()
}
