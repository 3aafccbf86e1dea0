import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Seeded } from '../src/seeded.ts'

/** Something that happened to a database while nobody served it. */
export interface Damage {
  readonly name: string
  readonly strike: (file: string, random: Seeded) => void
  /**
   * What is right then: to refuse it, or to go on with everything (`whole`) or with everything up to some moment (`past`),
   * where the log of the latest writes is what was struck.
   */
  readonly right: readonly ('refused' | 'whole' | 'past')[]
}

const pageSize = 4096

const edit = (file: string, change: (bytes: Buffer) => Buffer) => writeFileSync(file, change(readFileSync(file)))

const noise = (length: number, { below }: Seeded) => Buffer.from(Array.from({ length }, () => below(256)))

/** A page but the first, whose header is struck on its own. */
const strikePage = (file: string, random: Seeded, content: Buffer) =>
  edit(file, (bytes) => {
    content.copy(bytes, pageSize * (1 + random.below(bytes.length / pageSize - 1)))
    return bytes
  })

/** To the database of a server that was stopped: all is in one file. */
export const damageToFile: readonly Damage[] = [
  {
    name: 'a page of noise',
    strike: (file, random) => strikePage(file, random, noise(pageSize, random)),
    right: ['refused', 'whole'],
  },
  {
    name: 'a page of zeros',
    strike: (file, random) => strikePage(file, random, Buffer.alloc(pageSize)),
    right: ['refused', 'whole'],
  },
  {
    name: 'half of the file',
    strike: (file) => edit(file, (bytes) => bytes.subarray(0, (bytes.length / 2) | 0)),
    right: ['refused'],
  },
  { name: 'a torn header', strike: (file) => edit(file, (bytes) => bytes.fill(0, 0, 50)), right: ['refused'] },
  { name: 'an empty file', strike: (file) => writeFileSync(file, ''), right: ['refused'] },
  {
    name: 'noise for a file',
    strike: (file, random) => writeFileSync(file, noise(3 * pageSize, random)),
    right: ['refused'],
  },
  {
    name: 'a folder in its place',
    strike: (file) => {
      rmSync(file)
      mkdirSync(file)
    },
    right: ['refused'],
  },
]

/** To the database of a server that was killed: the latest writes are in the log beside the file. */
export const damageToLog: readonly Damage[] = [
  { name: 'nothing', strike: () => undefined, right: ['whole'] },
  {
    name: 'a truncated log',
    strike: (file, random) => edit(`${file}-wal`, (bytes) => bytes.subarray(0, random.below(bytes.length))),
    right: ['past'],
  },
  {
    name: 'noise in the log',
    strike: (file, random) =>
      edit(`${file}-wal`, (bytes) => {
        noise(512, random).copy(bytes, random.below(bytes.length))
        return bytes
      }),
    right: ['past'],
  },
  {
    name: 'a torn header of the log',
    strike: (file) => edit(`${file}-wal`, (bytes) => bytes.fill(0, 0, 16)),
    right: ['past'],
  },
  { name: 'a log without its file', strike: (file) => rmSync(file), right: ['refused'] },
]

/**
 * What a database says, byte by byte; a folder has no bytes. SQLite's index of the log is made anew, and an empty log says
 * nothing.
 */
export function bytesOf(file: string): string {
  return [file, `${file}-wal`]
    .map((name) => (statSync(name, { throwIfNoEntry: false })?.isFile() ? readFileSync(name, 'latin1') : ''))
    .join('\n')
}
