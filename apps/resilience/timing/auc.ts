/** How well one class can be told from another by a measured value: 0.5 is a coin, 1 and 0 are certainty. */
export interface Separation {
  readonly auc: number
  /** How many values of each class. */
  readonly n: number
}

/**
 * The chance that a value of `right` is above one of `left`, ties for a half (Mann–Whitney's U over all pairs), within
 * each block and averaged over the blocks: what drifts between blocks, as a busy machine does, is not counted.
 */
export function separation(blocks: readonly { left: readonly number[]; right: readonly number[] }[]): Separation {
  let wins = 0
  let pairs = 0
  let n = 0
  for (const { left, right } of blocks) {
    for (const l of left) for (const r of right) wins += r > l ? 1 : r === l ? 0.5 : 0
    pairs += left.length * right.length
    n += left.length
  }
  return { auc: wins / pairs, n }
}

/** The standard deviation of the AUC of two equal classes of `n` values each, compared within blocks of `size`. */
export const chance = (n: number, size: number) => Math.sqrt((2 * size + 1) / (12 * size * n))
