import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspectStore, openStore } from '@acct/store'
import { count, listed } from '../src/report.ts'
import { seeded } from '../src/seeded.ts'
import { acct, serve, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { observe } from './household/observe.ts'
import { foundTown, type Town } from './household/town.ts'
import { createDisk } from './shim/disk.ts'
import { type Event, readRecording } from './shim/recording.ts'
import { shimmedFolder } from './shim/shim.ts'

/**
 * The power fails: what no sync had confirmed is dropped, kept, cut off, kept in part or torn at sectors. Every answer that
 * had begun to leave by then must hold on the disk that is left.
 */
export const crashImages: FaultScenario = {
  name: 'crash-images',
  run: async ({ long, seed }) => {
    const [images, writes] = long ? [200, 3000] : [30, 300]
    const random = seeded(seed + 2)
    const shim = shimmedFolder({ recording: true })
    const file = join(shim.folder, 'acct.db')
    try {
      // The famous come first and are on the disk when the recording begins.
      const { ACCT_SHIM_LOG: _, ...unrecorded } = shim.settings
      const first = await serve({ ...unlimited, ...unrecorded })
      const town = await foundTown(first.url, { seed, acting: 8 })
      await first.end('SIGTERM')
      const start = new Map([[file, readFileSync(file)]])

      const recorded = await serve({ ...unlimited, ...shim.settings })
      await town.live(recorded.url, () => town.acknowledged() >= writes)
      await recorded.end('SIGKILL')
      const surprises = town.surprises()
      const events = readRecording(shim.log)
      const answered = events.filter(({ kind }) => kind === 'answered').length
      const cuts = Array.from({ length: images }, () => random.below(events.length)).sort((a, b) => a - b)

      const disk = createDisk(start)
      const heard = new Set<number>()
      const [differences, refusals, treatments]: [string[], string[], Set<string>] = [[], [], new Set()]
      let at = 0
      for (const [nth, cut] of cuts.entries()) {
        for (; at <= cut; at += 1) take(events[at], disk.take, heard)
        const image = join(shim.folder, '..', `image-${nth}`)
        mkdirSync(image)
        const { files, treatment } = disk.lose(random)
        treatments.add(treatment)
        for (const [name, bytes] of files) writeFileSync(name.replace(shim.folder, image), bytes, { mode: 0o600 })
        const label = `image ${nth} (${treatment}, after ${heard.size} answers)`
        differences.push(...look(join(image, 'acct.db'), town, heard).map((found) => `${label}: ${found}`))
        // As an operator would look at some of them.
        if (nth % 10 === 0) {
          const { code, out, err } = await acct(['doctor'], { ACCT_DATA_DIR: image })
          if (code !== 0) refusals.push(`${label}: ${out}${err}`)
        }
        rmSync(image, { recursive: true })
      }
      return [
        {
          done: `recorded ${count(events.length)} writes, syncs and answers of a server under load of 8 at once`,
          seen: `${count(answered)} answers to ${count(town.acknowledged())} acknowledged writes ${listed(surprises)}`,
          passed: surprises.length === 0 && town.acknowledged() >= writes && answered >= town.acknowledged(),
        },
        {
          done: `cut the power at ${images} points; what was not synced was ${[...treatments].join(', ')}`,
          seen: `${differences.length} answered writes lost, half-done or damaged ${listed(differences)}`,
          passed: differences.length === 0,
        },
        {
          done: `\`acct doctor\` on ${Math.ceil(images / 10)} of them`,
          seen: `${refusals.length} with problems ${listed(refusals)}`,
          passed: refusals.length === 0,
        },
      ]
    } finally {
      shim.remove()
    }
  },
}

function take(event: Event | undefined, onDisk: (event: Event) => void, heard: Set<number>): void {
  if (event === undefined) return
  if (event.kind === 'answered') heard.add(event.ledger)
  onDisk(event)
}

/** Opens what is left as the server does at its start, and compares it with the ledger. */
function look(file: string, town: Town, heard: ReadonlySet<number>): string[] {
  try {
    openStore({ file }).close()
    const { problems } = inspectStore({ file })
    const there = observe(file)
    try {
      return [...problems, ...town.compare(there, (ledger) => heard.has(ledger))]
    } finally {
      there.close()
    }
  } catch (error) {
    return [`it was refused: ${error instanceof Error ? error.message : error}`]
  }
}
