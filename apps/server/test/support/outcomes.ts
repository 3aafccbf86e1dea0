import { appendFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { collectSecrets } from './secrets.ts'

/** Where the outcomes that tests have seen are noted, one `variant route outcome` a line; read by the outcome gate. */
export const seenFolder = fileURLToPath(new URL('../../.outcomes/', import.meta.url))

mkdirSync(seenFolder, { recursive: true })
const seenFile = `${seenFolder}${process.pid}.txt`
const noted = new Set<string>()

type Call = (...args: unknown[]) => Promise<{ outcome: string; status: number; body: unknown }>

/**
 * Wraps an SDK client so that every outcome it meets is noted. An answer that the contract does not list fails the test
 * on the spot, whatever the test was about.
 */
export function noting<Client extends object>(variant: string, client: Client): Client {
  return new Proxy(client, {
    get(target, route, receiver) {
      const call = Reflect.get(target, route, receiver) as Call
      return async (...args: unknown[]) => {
        const answer = await call(...args)
        if (answer.outcome === 'undocumentedAnswer') {
          throw new Error(
            `${variant} ${String(route)} answered ${answer.status} ${JSON.stringify(answer.body)}, which is not in its contract`,
          )
        }
        collectSecrets([args, answer.body])
        note(`${variant} ${String(route)} ${answer.outcome}`)
        return answer
      }
    },
  })
}

function note(line: string): void {
  if (noted.has(line)) return
  noted.add(line)
  appendFileSync(seenFile, `${line}\n`)
}
