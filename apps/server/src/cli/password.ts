import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Refused } from './refused.ts'

/** The longest password that can be checked, in bytes. */
const longestPassword = 128

/**
 * Asks for a password: on a terminal twice and unseen, else it is the first line of standard input.
 * It is never an argument, which every user of the machine could read.
 */
export async function readPassword(): Promise<string> {
  const password = process.stdin.isTTY ? await askTwice() : await readLine()
  if (password === '') throw new Refused('the password is empty')
  if (Buffer.byteLength(password) > longestPassword)
    throw new Refused(`the password is longer than ${longestPassword} bytes`)
  return password
}

const readLine = async () => ((await text(process.stdin)).split('\n', 1)[0] ?? '').replace(/\r$/, '')

async function askTwice(): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    const ask = async (prompt: string) => {
      process.stderr.write(prompt)
      const answer = await terminal.question('')
      process.stderr.write('\n')
      return answer
    }
    const password = await ask('Password: ')
    if ((await ask('Once more: ')) !== password) throw new Refused('the two passwords differ')
    return password
  } finally {
    terminal.close()
  }
}
