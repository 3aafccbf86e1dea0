import { minute } from '../time.ts'
import type { AuditLine } from './line.ts'

/** A line about a refusal; its account may have to be looked up by an address first. */
export type RefusalLine = AuditLine & { address?: string | undefined }

/** Refusals on their way into the audit log. */
export interface Refusals {
  /** Takes a refusal in. Costs nothing but a little memory, and never fails. */
  add(refusal: Omit<RefusalLine, 'times'>): void
  /** What is to be written now; with `isEnd` also what would wait for the end of its minute. */
  take(now: number, isEnd: boolean): RefusalLine[]
  /** What could not be written, for the next time. */
  putBack(lines: readonly RefusalLine[]): void
}

/** New lines in a minute: from one source, and from all of them. */
const most = { ofSource: 10, ofAll: 100 }
/** Lines that wait for a database that can not be written; the oldest go first. */
const mostWaiting = 1000

/**
 * Collects refusals, so that a stranger who is refused costs no write and can not fill the disk. The first of its kind is
 * written at once; equal ones within the minute are counted, and come as one line at its end. Whoever brings too many
 * different ones, or all together, share a line. So a process adds 300 lines a minute at most, however many are refused.
 */
export function createRefusals(): Refusals {
  let waiting: RefusalLine[] = []
  let since = Number.NEGATIVE_INFINITY
  /** By all that makes refusals equal; `times` counts those that no line tells of yet. */
  const seen = new Map<string, RefusalLine>()
  const bySource = new Map<string | null, number>()
  const beyond = new Map<string | null, RefusalLine>()

  function endMinute(): void {
    for (const line of [...seen.values(), ...beyond.values()]) if (line.times > 0) waiting.push(line)
    for (const map of [seen, bySource, beyond]) map.clear()
  }

  /** The clock may also be set back. */
  function lookAtClock(now: number): void {
    if (now >= since && now - since < minute) return
    endMinute()
    since = now
  }

  function shared({ at, source, actor }: Omit<RefusalLine, 'times'>): RefusalLine {
    const named = beyond.has(source) || beyond.size < most.ofAll ? source : null
    const known = beyond.get(named)
    if (known !== undefined) return known
    const line: RefusalLine = {
      at,
      actor,
      action: 'various',
      detail: null,
      outcome: 'refused',
      accountId: null,
      variant: null,
      source: named,
      times: 0,
    }
    beyond.set(named, line)
    return line
  }

  return {
    add: (refusal) => {
      lookAtClock(refusal.at)
      const { at, ...kind } = refusal
      const key = JSON.stringify(kind)
      const known = seen.get(key)
      if (known !== undefined) {
        if (known.times === 0) known.at = at
        known.times += 1
        return
      }
      const ofSource = bySource.get(refusal.source) ?? 0
      if (ofSource >= most.ofSource || seen.size >= most.ofAll) {
        shared(refusal).times += 1
        return
      }
      bySource.set(refusal.source, ofSource + 1)
      seen.set(key, { ...refusal, times: 0 })
      waiting.push({ ...refusal, times: 1 })
    },
    take: (now, isEnd) => {
      lookAtClock(now)
      if (isEnd) endMinute()
      const lines = waiting
      waiting = []
      return lines
    },
    putBack: (lines) => {
      waiting = [...lines, ...waiting].slice(-mostWaiting)
    },
  }
}
