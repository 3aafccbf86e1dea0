/** A code as it was sent: clients that keep it as a number have lost its leading zeros. Empty if there is none. */
export const codeOf = (value: string | number | undefined): string =>
  typeof value === 'number' ? String(value).padStart(6, '0') : (value ?? '')
