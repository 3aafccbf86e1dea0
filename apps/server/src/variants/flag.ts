const flags = new Map<unknown, boolean>([
  ...[true, 1, '1', 'true'].map((value) => [value, true] as const),
  ...[false, 0, '0', 'false'].map((value) => [value, false] as const),
])

/** A yes or no as JSON, digits or a form write it; undefined for anything else. */
export const flagOf = (value: unknown): boolean | undefined => flags.get(value)
