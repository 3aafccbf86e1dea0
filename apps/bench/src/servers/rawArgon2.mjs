// The limit that logins can reach: verifications of one hash, so many at once, for so many seconds, and nothing else.
// `rawArgon2.mjs <at once> <seconds> <hash> <password>` prints how many there were in a second, and the seconds
// of a core for each.
import { verify } from '@node-rs/argon2'

const [atOnce, seconds, hash, password] = process.argv.slice(2)
const [from, used] = [performance.now(), process.cpuUsage()]
let done = 0

// Like the clients that log in: what has begun when the time is over counts too.
async function one() {
  do {
    if (!(await verify(hash, password))) throw new Error('the password is wrong')
    done += 1
  } while (performance.now() < from + Number(seconds) * 1000)
}

await Promise.all(Array.from({ length: Number(atOnce) }, one))
const [took, { user, system }] = [performance.now() - from, process.cpuUsage(used)]
process.stdout.write(JSON.stringify({ rate: (done * 1000) / took, cost: (user + system) / 1e6 / done }))
