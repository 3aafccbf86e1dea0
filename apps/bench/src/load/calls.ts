import { createClient } from '@acct/sdk/card'
import { interleave } from '../rounds.ts'
import { spreadOf } from '../stats.ts'
import type { Called, CallsJob } from './jobs.ts'

/** Both ask for the same answer with the same headers and read it as JSON; the SDK checks request and answer besides. */
export async function calls({ url, token, blocks, callsInBlock }: CallsJob): Promise<Omit<Called, 'share'>> {
  const headers = { authorization: `Bearer ${token}` }
  const card = createClient({ baseUrl: `${url}/card`, headers })
  const block = (call: () => Promise<void>) => async () => {
    const took: number[] = []
    for (let index = 0; index < callsInBlock; index += 1) {
      const from = performance.now()
      await call()
      took.push(performance.now() - from)
    }
    return spreadOf(took).median
  }
  return interleave(blocks, {
    sdk: block(async () => {
      const { outcome } = await card.getInfo()
      if (outcome !== 'ok') throw new Error(`the SDK was answered ${outcome}`)
    }),
    bare: block(async () => {
      const answer = await fetch(`${url}/card/user/getInfo`, { method: 'POST', headers })
      const { username } = (await answer.json()) as { username?: unknown }
      if (typeof username !== 'string') throw new Error(`bare fetch was answered ${answer.status}`)
    }),
  })
}
