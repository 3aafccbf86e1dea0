/** What is measured side by side, by name: each measures itself once. */
type Subjects<Name extends string, Figure> = Readonly<Record<Name, () => Promise<Figure>>>

/**
 * Measures subjects by turns, so that whatever else the machine does falls on all of them. Every other round goes
 * backwards, so that none always comes after the same one. A first round warms up and does
 * not count, unless each starts afresh anyway.
 */
export async function interleave<Name extends string, Figure>(
  rounds: number,
  subjects: Subjects<Name, Figure>,
  { warmUp = true }: { warmUp?: boolean } = {},
): Promise<Record<Name, Figure[]>> {
  const names = Object.keys(subjects) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as Figure[]])) as Record<Name, Figure[]>
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const figure = await subjects[name]()
      if (round > 0) figures[name].push(figure)
    }
  }
  return figures
}
