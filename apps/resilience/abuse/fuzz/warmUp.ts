import { honestCaller } from './honest.ts'
import { password } from './value.ts'

/** As many sessions as a server keeps at hand (packages/store/src/sqlite/sessionCache.ts). */
const sessions = 50_000
const atOnce = 32

/**
 * Has so many people look at themselves that the server keeps as many sessions as it ever does: whoever signs in later takes
 * the place of somebody else. What is kept with a session may still grow, as its owner asks through further documents.
 */
export async function warmUp(url: string): Promise<void> {
  let calls = 0
  const source = () => `10.4.${(calls >> 8) % 256}.${calls++ % 256}`
  const honest = honestCaller(url, 11, source)
  let people = 0
  const one = async () => {
    const username = `warm_${people++}`
    const { session } = await honest.post('/community/api/user/signup', { username, passwd: password })
    const { body } = await honest.get('/community/api/user/get-own-info', session)
    if (body.username !== username) throw new Error(`${username} is told ${JSON.stringify(body)}`)
  }
  const many = async () => {
    while (people < sessions) await one()
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, many))
  } finally {
    honest.close()
  }
}
