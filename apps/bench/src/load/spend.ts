import type { Agent } from 'node:http'
import { spreadOf } from '../stats.ts'
import { ask } from './ask.ts'
import type { Ask } from './jobs.ts'

/** How one signs in with a code that was sent to a telephone. */
export interface CodeDoor {
  readonly url: string
  readonly request: (person: number) => Ask
  /** The newest code that was sent to somebody. */
  readonly read: (agent: Agent, person: number) => Promise<string | null>
  readonly spend: (person: number, code: string) => Ask
}

/**
 * Milliseconds for spending a code, the median of these people, one after another. Before that, and not measured, each
 * asks for one. Rejects if an answer was anything but 200.
 */
export async function spendCodes(agent: Agent, door: CodeDoor, people: readonly number[]): Promise<number> {
  const right = async (one: Ask) => {
    const { status, body } = await ask(agent, door.url, one)
    if (status !== 200) throw new Error(`${one.path} was answered ${status}: ${body}`)
  }
  const asks: Ask[] = []
  for (const person of people) {
    await right(door.request(person))
    const code = await door.read(agent, person)
    if (code === null) throw new Error(`no code was sent to person ${person}`)
    asks.push(door.spend(person, code))
  }
  const took: number[] = []
  for (const one of asks) {
    const from = performance.now()
    await right(one)
    took.push(performance.now() - from)
  }
  return spreadOf(took).median
}
