/** How many are asked about in one statement at most. */
const most = 256

interface Waiting<Row> {
  readonly hash: string
  readonly now: number
  readonly tell: (row: Row | undefined) => void
  readonly fail: (error: unknown) => void
}

/**
 * Looks rows up by hashes, as hexadecimal digits: those that are asked about before the event loop comes round share one way to the
 * server. A look begins after everybody has asked who is told by it, so that nobody is told what was true before.
 * Nobody waits for others to come, and an error goes to everybody whose look it was. `look` is told the earliest of their times:
 * what was over by then needs not be found, and each compares with its own.
 */
export function together<Row extends { hash: string }>(
  look: (hashes: readonly string[], now: number) => Promise<readonly Row[]>,
): (hash: Uint8Array, now: number) => Promise<Row | undefined> {
  let waiting: Waiting<Row>[] = []

  const askAll = () => {
    const all = waiting
    waiting = []
    for (let from = 0; from < all.length; from += most) void ask(all.slice(from, from + most))
  }

  const ask = async (some: readonly Waiting<Row>[]) => {
    try {
      const hashes = some.map(({ hash }) => hash)
      const earliest = Math.min(...some.map(({ now }) => now))
      const rows = await look(hashes, earliest)
      const found = new Map(rows.map((row) => [row.hash, row]))
      for (const { hash, tell } of some) tell(found.get(hash))
    } catch (error) {
      for (const { fail } of some) fail(error)
    }
  }

  return (bytes, now) =>
    new Promise((tell, fail) => {
      if (waiting.length === 0) setImmediate(askAll)
      const hash = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
      waiting.push({ hash, now, tell, fail })
    })
}
