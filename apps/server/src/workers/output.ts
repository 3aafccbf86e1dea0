import type { Readable } from 'node:stream'
import { type DestinationStream, destination } from 'pino'

const mebibyte = 1024 * 1024
const newline = 0x0a

/** Stdout for the lines of several processes, pretty on a terminal. When nobody reads 16 MiB of them, further ones are dropped. */
export async function openOutput(): Promise<DestinationStream> {
  if (!process.stdout.isTTY) return destination({ dest: process.stdout.fd, sync: false, maxLength: 16 * mebibyte })
  const { default: pretty } = await import('pino-pretty')
  return pretty({ sync: true })
}

/**
 * Passes on what a process writes, by whole lines. Several processes that write to one pipe get into each other's lines as
 * soon as one of them writes more than 4096 bytes at once. What a process that was killed had written of its last line is left
 * out: nothing could read it.
 */
export function forwardLines(from: Readable, output: DestinationStream): void {
  let begun: Buffer[] = []
  from.on('data', (bytes: Buffer) => {
    const end = bytes.lastIndexOf(newline) + 1
    if (end > 0) {
      output.write(Buffer.concat([...begun, bytes.subarray(0, end)]).toString())
      begun = []
    }
    if (end < bytes.length) begun.push(bytes.subarray(end))
  })
}
