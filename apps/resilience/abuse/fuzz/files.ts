import { deflateSync } from 'node:zlib'
import type { FileName } from './value.ts'

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  let crc = 0xffffffff
  for (const byte of typed) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(data.length, 0)
  typed.copy(framed, 4)
  framed.writeUInt32BE((crc ^ 0xffffffff) >>> 0, typed.length + 4)
  return framed
}

/** A grey PNG that says it is so large, with rows for as many lines as `lines` says. */
function png(width: number, height: number, lines = height): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc((width + 1) * lines)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The files that are uploaded, by name. */
export const files: Readonly<Record<FileName, Buffer>> = {
  png: png(64, 64),
  tiny: png(8, 8),
  wide: png(5000, 64, 1),
  truncated: png(64, 64).subarray(0, 60),
  text: Buffer.from('GIF89a is how a picture begins'),
  empty: Buffer.alloc(0),
  bomb: png(30_000, 30_000, 10),
  large: Buffer.concat([png(64, 64), Buffer.alloc(5 * 1024 * 1024)]),
}
