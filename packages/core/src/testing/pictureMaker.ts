import { Unavailable } from '../errors.ts'
import type { PictureMaker } from '../ports.ts'

/** A picture maker that reads the pictures of `fakePicture`, counts, and can be told to be overloaded. */
export interface FakePictureMaker extends PictureMaker {
  made: number
  /** While true it throws `Unavailable`. */
  overloaded: boolean
}

/** A file that the fake takes for a picture of that size. */
export function fakePicture(width = 640, height = width): Uint8Array {
  return Buffer.from(`picture ${width}x${height}`)
}

/** Its avatars say what they were made of. */
export function fakePictureMaker(): FakePictureMaker {
  const maker: FakePictureMaker = {
    made: 0,
    overloaded: false,
    make: async (file) => {
      if (maker.overloaded) throw new Unavailable('too many pictures wait', { retryAfter: 1 })
      const text = Buffer.from(file).toString()
      const sides = /^picture (\d+)x(\d+)$/.exec(text)?.slice(1).map(Number)
      if (sides === undefined) return { kind: 'notAPicture' }
      if (Math.max(...sides) > 4096) return { kind: 'tooLarge' }
      if (Math.min(...sides) < 64) return { kind: 'tooSmall' }
      maker.made += 1
      return { kind: 'made', small: Buffer.from(`small ${text}`), large: Buffer.from(`large ${text}`) }
    },
  }
  return maker
}
