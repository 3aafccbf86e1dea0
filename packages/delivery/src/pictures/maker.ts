import { type PictureMaker, Unavailable } from '@acct/core'
import pLimit from 'p-limit'
import type Sharp from 'sharp'
import { looksLikePicture } from './signature.ts'

const largestFile = 5 * 1024 * 1024
const longestSide = 4096
const shortestSide = 64

/** Sides of the two squares that are made, in pixels. */
const large = 640
const small = 100

/** How many may wait: each holds a file of up to 5 MiB. Whoever would come after them is told at once. */
const longestQueue = 24

/** Seconds of decoding. Every honest picture within the limits takes a fraction of one. */
const standardTimeLimit = 2

/**
 * Makes avatars by libvips, one at a time, off the event loop. The file's name and declared type play no part. What comes
 * out are pixels encoded anew: no metadata, no comment, nothing that stood beside the picture in the file. Only the first
 * frame of an animation is looked at. Sides are read from the header, before anything is decoded. Throws `Unavailable`
 * when too many wait. `timeLimit`: seconds of decoding after which a picture is too much.
 */
export function pictureMaker({ timeLimit = standardTimeLimit } = {}): PictureMaker {
  const oneAtATime = pLimit(1)
  return {
    make: async (file) => {
      if (!looksLikePicture(file)) return { kind: 'notAPicture' }
      if (file.length > largestFile) return { kind: 'tooLarge' }
      if (oneAtATime.pendingCount >= longestQueue) {
        throw new Unavailable('too many pictures wait to be made', { retryAfter: 2 })
      }
      return oneAtATime(() => make(file, timeLimit))
    },
  }
}

async function make(file: Uint8Array, timeLimit: number): ReturnType<PictureMaker['make']> {
  const sharp = await libvips()
  try {
    const { width, height } = await sharp(file, { limitInputPixels: false }).metadata()
    if (Math.max(width, height) > longestSide) return { kind: 'tooLarge' }
    const { data, info } = await sharp(file, { failOn: 'error', limitInputPixels: longestSide ** 2 })
      .timeout({ seconds: timeLimit })
      .autoOrient()
      .resize(large, large, { fit: 'cover' })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    // Told only now: a broken file is no picture, however small.
    if (Math.min(width, height) < shortestSide) return { kind: 'tooSmall' }
    const square = { raw: { width: large, height: large, channels: info.channels } }
    const jpeg = { quality: 82 }
    return {
      kind: 'made',
      small: await sharp(data, square).resize(small, small).jpeg(jpeg).toBuffer(),
      large: await sharp(data, square).jpeg(jpeg).toBuffer(),
    }
  } catch (error) {
    // Too much work is too much picture, however few its pixels.
    return { kind: String(error).includes('timeout') ? 'tooLarge' : 'notAPicture' }
  }
}

let loading: Promise<typeof Sharp> | undefined

/** Loaded for the first picture, so that no start waits for it. */
function libvips(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => restricted(sharp))
  return loading
}

/** For the whole process: no loaders but the four, no thread pool of its own beside Node's, no cache of strangers' files. */
function restricted(sharp: typeof Sharp): typeof Sharp {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((format) => `VipsForeignLoad${format}Buffer`),
  })
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}
