/** The middle of several figures, and how far they lie apart. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Throws a RangeError where there is nothing to take the middle of, or one of them is no number. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined || !sorted.every(Number.isFinite))
    throw new RangeError(`these are no figures: ${sorted.join(', ')}`)
  return { median: quantile(sorted, 0.5), least, most }
}

/** The figure below which this share of the sorted figures lies. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN]
  return low + (high - low) * (place - Math.floor(place))
}

/** One figure by the other, round by round: what the machine did meanwhile fell on both. */
export function ratioOf(above: readonly number[], below: readonly number[]): Spread {
  return spreadOf(above.map((figure, round) => figure / (below[round] ?? Number.NaN)))
}
