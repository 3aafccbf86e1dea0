import Database from 'better-sqlite3'
import { Bench as InProcess } from 'tinybench'
import type { Plan } from '../bench.ts'
import { keptTokenOf, sessionTokenOf } from '../people/people.ts'
import { shown } from '../table.ts'

/** What a who-am-I takes of the database at least, measured inside a process, in a sentence. */
export async function preparedRead(file: string, { few, quick }: Plan): Promise<string> {
  const client = new Database(file, { readonly: true, fileMustExist: true })
  const session = client.prepare('select account_id from sessions where token_hash = ? and ends_at > ?').pluck()
  const account = client.prepare('select username, nickname, gender, birthday, signature from accounts where id = ?')
  const hashes = Array.from({ length: few }, (_, person) => keptTokenOf(sessionTokenOf(person)))
  const now = Date.now()
  let next = 0
  const inProcess = new InProcess({ time: quick ? 300 : 2000 })
  inProcess.add('session', () => void session.get(hashes[next++ % few], now))
  inProcess.add('session and account', () => void account.get(session.get(hashes[next++ % few], now)))
  await inProcess.run()
  client.close()
  const [one, two] = inProcess.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`reading the ${name} was not measured: ${result.state}`)
    return shown(result.latency.p50 * 1000)
  })
  return `A prepared read by better-sqlite3 inside a process takes ${one} µs for the session, ${two} µs with its account.`
}
