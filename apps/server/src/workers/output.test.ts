import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { forwardLines } from './output.ts'

async function forwarded(chunks: readonly Buffer[]): Promise<string[]> {
  const written: string[] = []
  const from = Readable.from(chunks, { objectMode: true })
  forwardLines(from, { write: (lines: string) => void written.push(lines) })
  await new Promise((resolve) => from.once('end', resolve))
  return written
}

it('lines are passed on whole, wherever they were cut, and each once', async () => {
  const text = `{"msg":"用户"}\n{"long":"${'字'.repeat(5000)}"}\n{"last":1}\n`
  const bytes = Buffer.from(text)
  for (const size of [1, 2, 3, 7, 100, 4096, bytes.length]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, nth) =>
      bytes.subarray(nth * size, (nth + 1) * size),
    )
    const written = await forwarded(chunks)
    expect(written.join('')).toBe(text)
    for (const lines of written) expect(lines.endsWith('\n')).toBe(true)
  }
})

it('what a killed process had written of its last line is left out', async () => {
  expect(await forwarded([Buffer.from('{"a":1}\n{"b'), Buffer.from('":2')])).toEqual(['{"a":1}\n'])
})
