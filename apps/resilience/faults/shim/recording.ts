import { readFileSync } from 'node:fs'

// The kinds and the layout of `struct line` in shim.c.
const kinds = [
  '',
  'named',
  'created',
  'written',
  'cut',
  'syncBegun',
  'syncDone',
  'folderSynced',
  'removed',
  'answered',
] as const
const headerLength = 32

/** What happened to the files of a folder, in the order in which it happened. */
export type Event =
  | { readonly kind: 'written'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly file: string; readonly length: number }
  | { readonly kind: 'created' | 'syncBegun' | 'syncDone'; readonly file: string }
  | { readonly kind: 'folderSynced' }
  | { readonly kind: 'removed'; readonly file: string }
  /** The answer to the request with this number began to leave. */
  | { readonly kind: 'answered'; readonly ledger: number }

/** Reads the log of a shim. */
export function readRecording(log: string): Event[] {
  const bytes = readFileSync(log)
  const names = new Map<number, string>()
  const events: Event[] = []
  const number = (at: number) => Number(bytes.readBigInt64LE(at))
  for (let at = 0; at + headerLength <= bytes.length; ) {
    const [kind, length] = [kinds[number(at)], number(at + 24)]
    const [id, offset] = [number(at + 8), number(at + 16)]
    const payload = bytes.subarray(at + headerLength, at + headerLength + length)
    const file = names.get(id) ?? ''
    at += headerLength + length
    // The process may have been ended in the middle of a line.
    if (at > bytes.length) break
    if (kind === 'named') names.set(id, payload.toString())
    else if (kind === 'written') events.push({ kind, file, offset, bytes: payload })
    else if (kind === 'cut') events.push({ kind, file, length: offset })
    else if (kind === 'removed') events.push({ kind, file: payload.toString() })
    else if (kind === 'answered') events.push({ kind, ledger: offset })
    else if (kind === 'folderSynced') events.push({ kind })
    else if (kind === 'created' || kind === 'syncBegun' || kind === 'syncDone') events.push({ kind, file })
    else throw new Error(`the log has a line of an unknown kind at ${at}`)
  }
  return events
}
