import { rmSync } from 'node:fs'
import { seenFolder } from './outcomes.ts'

/** Before the suite: forgets what earlier runs have seen. */
export const setup = (): void => {
  rmSync(seenFolder, { recursive: true, force: true })
}
