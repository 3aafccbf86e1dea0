/** The square of a picture that is kept: its middle and its side, in the picture’s own pixels. */
export interface Crop {
  readonly x: number
  readonly y: number
  readonly side: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The server takes no picture with a shorter side, and shows none larger than 640. */
export const smallestSide = 64
const largestOutput = 640
const largestZoom = 5

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)

/** The largest square in the middle. */
export const wholeCrop = ({ width, height }: Size): Crop => ({
  x: width / 2,
  y: height / 2,
  side: Math.min(width, height),
})

/** How far one can go in: no further than what still makes a picture. */
export const maxZoom = ({ width, height }: Size): number =>
  between(1, Math.min(width, height) / smallestSide, largestZoom)

export const zoomOf = ({ side }: Crop, { width, height }: Size): number => Math.min(width, height) / side

/** The same square elsewhere, kept inside the picture. */
export function moved({ x, y, side }: Crop, { width, height }: Size, dx: number, dy: number): Crop {
  const half = side / 2
  return { x: between(half, x + dx, width - half), y: between(half, y + dy, height - half), side }
}

/** Another zoom around the same middle, kept inside the picture. */
export function zoomed({ x, y }: Crop, size: Size, zoom: number): Crop {
  const side = Math.min(size.width, size.height) / between(1, zoom, maxZoom(size))
  return moved({ x, y, side }, size, 0, 0)
}

/** Where the picture lies behind a window that shows the square, in per cent of the window. */
export function placement({ x, y, side }: Crop, { width, height }: Size) {
  return {
    width: `${(width / side) * 100}%`,
    height: `${(height / side) * 100}%`,
    left: `${(-(x - side / 2) / side) * 100}%`,
    top: `${(-(y - side / 2) / side) * 100}%`,
  }
}

/** Draws the square as a JPEG, as large as it is of use; null if the browser can not. */
export function drawn(picture: HTMLImageElement, { x, y, side }: Crop): Promise<Blob | null> {
  const output = Math.round(between(smallestSide, side, largestOutput))
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = output
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(null)
  // JPEG knows no transparency.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, output, output)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, x - side / 2, y - side / 2, side, side, 0, 0, output, output)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
}
