import type { TSchema } from '@sinclair/typebox'

/** A contract's schema as JSON Schema: TypeBox's own keywords are that already, but for our mark and for files. */
export function jsonSchemaOf(schema: TSchema): object {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (value?.type === 'Uint8Array') return { ...value, type: 'string', format: 'binary' }
    if (key === 'properties' || typeof value !== 'object' || value === null || value.extension !== true) return value
    const { extension, ...rest } = value
    return { ...rest, 'x-acct-extension': extension }
  })
}
