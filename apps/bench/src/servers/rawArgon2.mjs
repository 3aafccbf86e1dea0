// The limit that logins can reach: verifications of one hash, so many at once, for so many seconds, and nothing else.
// `rawArgon2.mjs <at once> <seconds> <hash> <password>` prints how many there were in a second.
import { verify } from '@node-rs/argon2'

const [atOnce, seconds, hash, password] = process.argv.slice(2)
const from = performance.now()
const until = from + Number(seconds) * 1000
let done = 0
let last = from

async function one() {
  while (performance.now() < until) {
    if (!(await verify(hash, password))) throw new Error('the password is wrong')
    // What ends after the time would count for none of it.
    if (performance.now() > until) return
    done += 1
    last = performance.now()
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, one))
process.stdout.write(`${(done * 1000) / (last - from)}\n`)
