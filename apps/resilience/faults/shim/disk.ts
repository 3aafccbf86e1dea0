import type { Seeded } from '../../src/seeded.ts'
import type { Event } from './recording.ts'

type Change = Extract<Event, { kind: 'written' | 'cut' }>

interface StoredFile {
  /** What is on the disk for certain. */
  durable: Buffer
  /** What the kernel was told since, in that order. */
  pending: Change[]
  /** How many of those the sync under way will have brought to the disk. */
  underWay: number
  /** Whether its name is in the folder for certain. */
  named: boolean
}

/** How a loss of power treats what no sync has confirmed. */
const treatments = ['dropped', 'kept', 'cut off', 'some', 'torn'] as const

/** A disk that is told what a server told its kernel, and knows what of that a loss of power may take away. */
export interface Disk {
  readonly take: (event: Event) => void
  /** The files as one loss of power could leave them now, and how it treated what was not synced. */
  readonly lose: (random: Seeded) => { files: Map<string, Buffer>; treatment: (typeof treatments)[number] }
}

/** Sectors are written whole, or not at all. */
const sector = 512

/** A disk with these files. */
export function createDisk(start: ReadonlyMap<string, Buffer>): Disk {
  const stored = new Map<string, StoredFile>()
  for (const [file, durable] of start) stored.set(file, { durable, pending: [], underWay: 0, named: true })

  const fileOf = (name: string): StoredFile => {
    const file = stored.get(name) ?? { durable: Buffer.alloc(0), pending: [], underWay: 0, named: false }
    stored.set(name, file)
    return file
  }

  return {
    take: (event) => {
      if (event.kind === 'answered') return
      if (event.kind === 'folderSynced') {
        for (const file of stored.values()) file.named = true
        return
      }
      if (event.kind === 'removed') throw new Error(`${event.file} was removed, which this disk knows nothing about`)
      const file = fileOf(event.file)
      if (event.kind === 'written' || event.kind === 'cut') file.pending.push(event)
      if (event.kind === 'syncBegun') file.underWay = file.pending.length
      if (event.kind === 'syncDone') {
        for (const change of file.pending.splice(0, file.underWay)) file.durable = applied(file.durable, change)
        file.underWay = 0
      }
    },
    lose: (random) => {
      const treatment = random.one(treatments)
      const files = new Map<string, Buffer>()
      for (const [name, { durable, pending, named }] of stored) {
        if (!named && treatment !== 'kept' && random.fraction() < 0.5) continue
        files.set(name, remains(Buffer.from(durable), pending, treatment, random))
      }
      return { files, treatment }
    },
  }
}

function remains(durable: Buffer, pending: Change[], treatment: (typeof treatments)[number], random: Seeded): Buffer {
  const all = (changes: Change[]) => changes.reduce(applied, durable)
  switch (treatment) {
    case 'dropped':
      return durable
    case 'kept':
      return all(pending)
    case 'cut off':
      return all(pending.slice(0, random.below(pending.length + 1)))
    case 'some':
      return all(pending.filter(() => random.fraction() < 0.5))
    case 'torn':
      return all(pending.flatMap((change) => sectorsOf(change).filter(() => random.fraction() < 0.5)))
  }
}

/** A write as the disk makes it: sector by sector. */
function sectorsOf(change: Change): Change[] {
  if (change.kind === 'cut') return [change]
  const parts: Change[] = []
  for (let at = 0; at < change.bytes.length; ) {
    const end = Math.min(change.bytes.length, at + sector - ((change.offset + at) % sector))
    parts.push({ ...change, offset: change.offset + at, bytes: change.bytes.subarray(at, end) })
    at = end
  }
  return parts
}

function applied(content: Buffer, change: Change): Buffer {
  const length = change.kind === 'cut' ? change.length : Math.max(content.length, change.offset + change.bytes.length)
  const next = length === content.length ? content : Buffer.alloc(length)
  if (next !== content) content.copy(next)
  if (change.kind === 'written') change.bytes.copy(next, change.offset)
  return next
}
