import type { TSchema } from '@sinclair/typebox'

/** A contract's schema as JSON Schema: TypeBox's own keywords are that already, only our mark needs its prefix. */
export function jsonSchemaOf(schema: TSchema): object {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === 'properties' || typeof value !== 'object' || value === null || value.extension !== true) return value
    const { extension, ...rest } = value
    return { ...rest, 'x-acct-extension': extension }
  })
}
