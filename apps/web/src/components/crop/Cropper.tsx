import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react'
import { useLanguage } from '../../i18n/LanguageProvider.tsx'
import { type Crop, maxZoom, moved, placement, type Size, zoomed, zoomOf } from './crop.ts'

/** How much of the window an arrow key moves, and how much a key or a turn of the wheel zooms. */
const step = 0.05
const zoomStep = 1.1

const keys: Readonly<Record<string, { readonly x: number; readonly y: number } | { readonly zoom: number }>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
  '+': { zoom: zoomStep },
  '=': { zoom: zoomStep },
  '-': { zoom: 1 / zoomStep },
}

/** A round window onto a picture, which is dragged and zoomed behind it: by pointer, fingers, wheel and keyboard. */
export function Cropper({
  src,
  size,
  crop,
  onChange,
}: {
  readonly src: string
  readonly size: Size
  readonly crop: Crop
  readonly onChange: (change: (crop: Crop) => Crop) => void
}) {
  const { m } = useLanguage()
  const hint = useId()
  const stage = useRef<HTMLDivElement>(null)
  const pointers = useRef(new Map<number, { readonly x: number; readonly y: number }>())

  const zoomBy = (factor: number) => onChange((now) => zoomed(now, size, zoomOf(now, size) * factor))
  const moveBy = (dx: number, dy: number) => onChange((now) => moved(now, size, dx * now.side, dy * now.side))

  // By hand, since React listens to the wheel in a way that can not keep the page from scrolling.
  const wheel = useRef(zoomBy)
  wheel.current = zoomBy
  useEffect(() => {
    const element = stage.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      wheel.current(event.deltaY < 0 ? zoomStep : 1 / zoomStep)
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [])

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = pointers.current.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    pointers.current.set(event.pointerId, now)
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
    const width = event.currentTarget.clientWidth
    if (other === undefined) return moveBy((before.x - now.x) / width, (before.y - now.y) / width)
    const distance = (point: typeof now) => Math.hypot(point.x - other.x, point.y - other.y)
    if (distance(before) > 0) zoomBy(distance(now) / distance(before))
  }

  const onPointerEnd = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    if ('zoom' in act) zoomBy(act.zoom)
    else moveBy(act.x, act.y)
  }

  return (
    <div className="cropper">
      <div
        ref={stage}
        className="crop-stage"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what has the role of an application takes the keys itself.
        tabIndex={0}
        aria-label={m.avatar.stage}
        aria-describedby={hint}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onKeyDown={onKeyDown}
      >
        <img src={src} alt="" draggable={false} style={placement(crop, size)} />
      </div>
      <p className="hint" id={hint}>
        {m.avatar.stageHint}
      </p>
      <label className="zoom">
        <span>{m.avatar.zoom}</span>
        <input
          type="range"
          min={1}
          max={maxZoom(size)}
          step={0.01}
          value={zoomOf(crop, size)}
          onChange={(event) => onChange((now) => zoomed(now, size, Number(event.target.value)))}
        />
      </label>
    </div>
  )
}
