import { type SchemaOptions, Type } from '@sinclair/typebox'

/**
 * Leaf types that variants share. Every request field may be left out or `null` on the wire: whether that is
 * allowed is a matter of the route's outcomes, not of the request's shape.
 */

/** A text field of a request. Its limits are said in `description`; breaking them is one of the route's outcomes. */
export const text = (description: string, options: SchemaOptions = {}) =>
  Type.Optional(Type.Union([Type.String(), Type.Null()], { description, ...options }))

/** A field of digits, as a text (a form’s, or with its leading zeros) or as a number. */
export const digits = (description: string, options: SchemaOptions = {}) =>
  Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Null()], { description, ...options }))

/** A yes-or-no field of a request: a boolean, or 0 and 1 as a number or as digits in a string. */
export const flag = (description: string, options: SchemaOptions = {}) =>
  Type.Optional(Type.Union([Type.Boolean(), Type.Number(), Type.String(), Type.Null()], { description, ...options }))

/** An instant as RFC 3339 writes it, with its offset. */
export const instant = (description: string, options: SchemaOptions = {}) =>
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$',
    description,
    ...options,
  })

/** Bytes of a file. Callers send it as a part of a multipart form. */
const bytes = Type.Uint8Array()

/** A file of a request. What it may be is said in `description`; breaking that is one of the route's outcomes. */
export const file = (description: string, options: SchemaOptions = {}) =>
  Type.Optional(Type.Union([bytes, Type.Null()], { description, ...options }))

/** A field that takes a text, or a file in its place. */
export const textOrFile = (description: string, options: SchemaOptions = {}) =>
  Type.Optional(Type.Union([Type.String(), bytes, Type.Null()], { description, ...options }))
