import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Unavailable } from '@acct/core'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { pictureMaker } from '../src/index.ts'
import { commented, longGif, manyScans, noise, plainPng, quarters } from './pictureFiles.ts'

/** The machine may be busy with other tests: what a picture becomes must not depend on that. */
const maker = pictureMaker({ timeLimit: 60 })

/** What becomes of a file. Nothing may keep the maker busy: alone the slowest takes half a second, here many times that. */
async function kindOf(file: Uint8Array): Promise<string> {
  const began = performance.now()
  const { kind } = await maker.make(file)
  expect(performance.now() - began).toBeLessThan(20_000)
  return kind
}

/** Both squares, which must be there and clean. */
async function made(file: Uint8Array) {
  const picture = await maker.make(file)
  if (picture.kind !== 'made') return expect.fail(picture.kind)
  for (const [square, side] of [
    [picture.small, 100],
    [picture.large, 640],
  ] as const) {
    const { format, width, height, exif, icc, xmp, iptc, comments, orientation } = await sharp(square).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: side, height: side })
    expect([exif, icc, xmp, iptc, comments, orientation]).toEqual(Array(6).fill(undefined))
    // One picture, from its first byte to its last.
    expect(Buffer.from(square).subarray(0, 3).toString('hex')).toBe('ffd8ff')
    expect(Buffer.from(square).indexOf(Buffer.from([0xff, 0xd9]))).toBe(square.length - 2)
  }
  return picture
}

const letters: Record<string, string> = { '200': 'R', '020': 'G', '002': 'B', '222': 'W', '000': 'K' }

/** The colours of a square's quarters: `RGBW` as `quarters` draws them. */
async function coloursOf(square: Uint8Array): Promise<string> {
  const { data, info } = await sharp(square).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
    return [...data.subarray(start, start + 3)].map((value) => Math.round(value / 127)).join('')
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].map((key) => letters[key] ?? key).join('')
}

const formats = ['jpeg', 'png', 'webp', 'gif'] as const

describe('a picture', () => {
  it.each(formats)('may be %s', async (format) => {
    const { small, large } = await made(await quarters(400).toFormat(format).toBuffer())
    expect([await coloursOf(small), await coloursOf(large)]).toEqual(['RGBW', 'RGBW'])
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is turned as EXIF orientation %i says', async (orientation) => {
    const file = await quarters(400, 300).jpeg().withMetadata({ orientation }).toBuffer()
    const turned = ['RGBW', 'GRWB', 'WBGR', 'BWRG', 'RBGW', 'BRWG', 'WGBR', 'GWRB'][orientation - 1]
    const { small, large } = await made(file)
    expect([await coloursOf(small), await coloursOf(large)]).toEqual([turned, turned])
  })

  it('loses where it was taken, its profile and all other metadata', async () => {
    const file = await quarters(200)
      .withExif({ IFD0: { Copyright: 'SECRET' }, IFD3: { GPSLatitude: '39/1 54/1 0/1', GPSLatitudeRef: 'N' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><SECRET/></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect(file.includes('SECRET')).toBe(true)
    expect(Object.keys(await sharp(file).metadata())).toEqual(expect.arrayContaining(['exif', 'icc', 'xmp']))
    await made(file)
  })

  it('is cut to its middle, and white where it lets through', async () => {
    const wide = await quarters(900, 300).png().toBuffer()
    expect(await coloursOf((await made(wide)).large)).toBe('RGBW')
    const clear = await sharp({ create: { width: 64, height: 64, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    expect(await coloursOf((await made(clear)).large)).toBe('WWWW')
  })

  it('is the first frame of an animation', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0'].map((background) =>
        sharp({ create: { width: 80, height: 80, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    for (const format of ['gif', 'webp'] as const) {
      const file = await sharp(frames, { join: { animated: true } })
        .toFormat(format)
        .toBuffer()
      expect((await sharp(file).metadata()).pages).toBe(2)
      expect(await coloursOf((await made(file)).large)).toBe('RRRR')
    }
  })

  it.each([
    ['grey', () => quarters(100).toColourspace('b-w').png()],
    ['grey, letting through', () => quarters(100).toColourspace('b-w').ensureAlpha(0.5).png()],
    ['16 bits deep', () => quarters(100).toColourspace('rgb16').png()],
    ['CMYK', () => quarters(100).toColourspace('cmyk').jpeg()],
    ['progressive', () => quarters(100).jpeg({ progressive: true })],
    ['interlaced', () => quarters(100).png({ progressive: true })],
  ])('may be %s', async (_, draw) => {
    await made(await draw().toBuffer())
  })
})

// Drawing the largest ones takes long.
describe('limits', { timeout: 30_000 }, () => {
  it.each([
    [64, 64, 'made'],
    [63, 64, 'tooSmall'],
    [64, 63, 'tooSmall'],
    [4096, 4096, 'made'],
    [4097, 64, 'tooLarge'],
    [64, 4097, 'tooLarge'],
    [4097, 63, 'tooLarge'],
    [1, 100_000, 'tooLarge'],
    [16_000, 16_000, 'tooLarge'],
  ])('%i×%i is %s', async (width, height, kind) => {
    const file = plainPng(width, height)
    expect(file.length).toBeLessThan(1_000_000)
    expect(await kindOf(file)).toBe(kind)
  })

  it('5 MiB are taken, and not a byte more', async () => {
    const picture = plainPng(64, 64)
    const padded = (length: number) => Buffer.concat([picture, Buffer.alloc(length - picture.length)])
    expect(await kindOf(padded(5 * 1024 * 1024))).toBe('made')
    expect(await kindOf(padded(5 * 1024 * 1024 + 1))).toBe('tooLarge')
    expect(await kindOf(randomBytes(6 * 1024 * 1024))).toBe('notAPicture')
  })

  it.each(formats)('a %s of 4096×4096 is made in time', async (format) => {
    const file = await quarters(4096).toFormat(format, { progressive: true }).toBuffer()
    expect(await kindOf(file)).toBe('made')
  })

  it('when too many wait, one more is sent away at once', async () => {
    const file = plainPng(64, 64)
    const waiting = Array.from({ length: 25 }, () => maker.make(file))
    await expect(maker.make(file)).rejects.toThrow(Unavailable)
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(Array(25).fill('made'))
    expect(await kindOf(file)).toBe('made')
  })
})

describe('hostile files', { timeout: 30_000 }, () => {
  const php = '<?php system($_GET["c"]); ?>'
  const html = '<script>alert(document.domain)</script>'

  it('that are pictures, too, become only that', async () => {
    const polyglots = [
      Buffer.concat([plainPng(100, 100), Buffer.from(html)]),
      commented(await quarters(100).jpeg().toBuffer(), php),
      Buffer.concat([await quarters(100).gif().toBuffer(), Buffer.from(html)]),
    ]
    for (const file of polyglots) {
      const { small, large } = await made(file)
      for (const square of [small, large]) {
        expect(Buffer.from(square).includes('php')).toBe(false)
        expect(Buffer.from(square).includes('script')).toBe(false)
      }
    }
  })

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['HTML in a GIF’s clothes', `GIF89a${html}`],
    ['HTML in a PNG’s clothes', `\x89PNG\r\n\x1a\n${html}`],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script/></svg>'],
    ['SVG in an XML file', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>'],
    ['PDF', '%PDF-1.7\n'],
    ['BMP', 'BM\x00\x00'],
  ])('%s is no picture', async (_, text) => {
    expect(await kindOf(Buffer.from(text, 'latin1'))).toBe('notAPicture')
  })

  it('in other formats are no pictures', async () => {
    for (const format of ['tiff', 'avif'] as const) {
      expect(await kindOf(await quarters(100).toFormat(format).toBuffer())).toBe('notAPicture')
    }
  })

  it('of random bytes are no pictures, whatever they begin with', async () => {
    for (const head of ['', 'GIF89a', '\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'RIFF\x00\x10\x00\x00WEBPVP8 ']) {
      expect(await kindOf(Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(4096)]))).toBe('notAPicture')
    }
  })

  it.each(formats)('%s cut anywhere before its last pixel is no picture', async (format) => {
    const file = await noise(120).toFormat(format).toBuffer()
    for (const length of [12, 30, 100, file.length / 4, file.length / 2, file.length - 100, file.length - 4]) {
      expect(await kindOf(file.subarray(0, length))).toBe('notAPicture')
    }
  })

  it('with a broken middle or check sum are no pictures', async () => {
    const file = await noise(120).png().toBuffer()
    expect(await kindOf(file.fill(0, file.length >> 1, (file.length >> 1) + 50))).toBe('notAPicture')
  })

  it('that are broken and small are no pictures', async () => {
    expect(await kindOf(plainPng(32, 32))).toBe('tooSmall')
    expect(await kindOf((await noise(32).jpeg().toBuffer()).subarray(0, -100))).toBe('notAPicture')
  })

  it('of 10,000 frames are their first', async () => {
    const file = await longGif(10_000)
    expect((await sharp(file, { pages: -1 }).metadata()).pages).toBe(10_000)
    expect(await coloursOf((await made(file)).large)).toBe('RRRR')
  })

  it('of a thousand scans are no pictures, told in time', async () => {
    expect(await kindOf(await manyScans(4096, 1000))).toBe('notAPicture')
  })

  it('twenty at a time do not eat the machine’s memory', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'acct-pictures-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const files = [
      plainPng(16_000, 16_000),
      plainPng(4096, 4096),
      await longGif(10_000),
      await quarters(4096).jpeg({ progressive: true }).toBuffer(),
      await quarters(4096).png({ progressive: true }).toBuffer(),
      await quarters(4096).gif().toBuffer(),
      await quarters(4096).webp().toBuffer(),
    ]
    for (const [index, file] of files.entries()) writeFileSync(join(folder, String(index)), file)
    const script = fileURLToPath(new URL('memoryOfPictures.ts', import.meta.url))
    const arguments_ = [fileURLToPath(import.meta.resolve('tsx/cli')), '--conditions=@acct/source', script, folder]
    const { stdout } = await promisify(execFile)(process.execPath, arguments_)
    const mebibytes = Number(stdout)
    expect(mebibytes).toBeGreaterThan(0)
    expect(mebibytes).toBeLessThan(256)
  })
})
