import type { FileInput } from './options.ts'

/** What the generated checks are written in. They decide exactly as TypeBox's `Value.Check` does. */

/** A JSON object: neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A number that JSON can write: neither NaN nor infinite. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value)
}

export function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}

/** Bytes, or what a form reads bytes from. TypeBox knows bytes only: they are what arrives. */
export function isFile(value: unknown): value is FileInput {
  return value instanceof Uint8Array || value instanceof Blob || (isRecord(value) && typeof value.uri === 'string')
}

/** An array whose elements all fit; a hole in it is an element, undefined. */
export function isArrayOf(value: unknown, fits: (element: unknown) => boolean): value is unknown[] {
  if (!Array.isArray(value)) return false
  for (const element of value) if (!fits(element)) return false
  return true
}

/** No own keys but these. */
export function hasOnly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.getOwnPropertyNames(value).every((key) => keys.includes(key))
}

/**
 * No own keys but these, all of which were found before: then counting them is enough. (Only objects with a prototype
 * of their own could tell the difference, and they do not come out of JSON.)
 */
export function hasJust(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.getOwnPropertyNames(value).length === keys.length || hasOnly(value, keys)
}
