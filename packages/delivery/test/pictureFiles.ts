import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A picture whose four quarters have different colours: red, green, blue, white, read like a page. */
export const quarters = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    quarter(width, height, '#f00', 0, 0),
    quarter(width, height, '#0f0', 1, 0),
    quarter(width, height, '#00f', 0, 1),
  ])

const quarter = (width: number, height: number, background: string, x: number, y: number) => ({
  input: {
    create: { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 3 as const, background },
  },
  left: x * Math.floor(width / 2),
  top: y * Math.floor(height / 2),
})

/** A PNG of one colour whose pixels cost nothing: 16000×16000 of them are some 250 kB. */
export function plainPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((width + 1) * height), { level: 9 })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(typed, 4)
  framed.writeUInt32BE(crc32(typed), typed.length + 4)
  return framed
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A GIF of many frames of 64×64 pixels, all alike; every frame is some 30 bytes. */
export async function longGif(frames: number): Promise<Uint8Array> {
  const one = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#f00' } })
    .gif()
    .toBuffer()
  // Header, logical screen and global colours, then the frame with its extensions, then the trailer.
  const colours = 3 * 2 ** (((one[10] ?? 0) & 7) + 1)
  const [head, frame] = [one.subarray(0, 13 + colours), one.subarray(13 + colours, -1)]
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from([0x3b])])
}

/** A JPEG with a comment right after its beginning. */
export function commented(jpeg: Uint8Array, comment: string): Uint8Array {
  const text = Buffer.from(comment)
  const marker = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), marker, text, jpeg.subarray(2)])
}

/** A square whose pixels are random: no two bytes of its file say the same. */
export const noise = (side: number) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })

/** A progressive JPEG whose last scan is there again and again: each goes over all pixels. */
export async function manyScans(side: number, scans: number): Promise<Uint8Array> {
  const jpeg = await sharp({ create: { width: side, height: side, channels: 3, background: '#888' } })
    .jpeg({ progressive: true })
    .toBuffer()
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]))
  const [head, scan, end] = [jpeg.subarray(0, last), jpeg.subarray(last, -2), jpeg.subarray(-2)]
  return Buffer.concat([head, ...Array<Buffer>(scans).fill(scan), end])
}
