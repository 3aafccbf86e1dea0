import { describe, expect, it } from 'vitest'
import { type Crop, maxZoom, moved, placement, wholeCrop, zoomed, zoomOf } from './crop.ts'

const wide = { width: 800, height: 400 }

const isInside = ({ x, y, side }: Crop) =>
  x - side / 2 >= 0 && y - side / 2 >= 0 && x + side / 2 <= wide.width && y + side / 2 <= wide.height

describe('a crop', () => {
  it('begins as the largest square in the middle', () => {
    expect(wholeCrop(wide)).toEqual({ x: 400, y: 200, side: 400 })
    expect(placement(wholeCrop(wide), wide)).toEqual({ width: '200%', height: '100%', left: '-50%', top: '0%' })
  })

  it.each([
    [-1000, 0, { x: 200, y: 200 }],
    [1000, 1000, { x: 600, y: 200 }],
    [50, 50, { x: 450, y: 200 }],
  ])('moved by %i and %i stays inside', (dx, dy, middle) => {
    expect(moved(wholeCrop(wide), wide, dx, dy)).toEqual({ ...middle, side: 400 })
  })

  it('goes in around its middle, and out again without leaving the picture', () => {
    const near = moved(zoomed(wholeCrop(wide), wide, 4), wide, 1000, 1000)
    expect(near).toEqual({ x: 750, y: 350, side: 100 })
    const out = zoomed(near, wide, 1)
    expect([out, isInside(out)]).toEqual([{ x: 600, y: 200, side: 400 }, true])
  })

  it.each([
    [{ width: 4000, height: 3000 }, 5],
    [{ width: 128, height: 400 }, 2],
    [{ width: 64, height: 64 }, 1],
  ])('of %j goes no nearer than %i', (size, nearest) => {
    expect(maxZoom(size)).toBe(nearest)
    expect(zoomOf(zoomed(wholeCrop(size), size, 100), size)).toBe(nearest)
  })
})
