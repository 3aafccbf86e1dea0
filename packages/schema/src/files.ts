import { KindGuard, type TObject, type TSchema } from '@sinclair/typebox'

/** A field of a request that takes a file. */
export interface FileField {
  readonly name: string
  /** Whether it takes a text in the file's place. */
  readonly takesText: boolean
}

/** The fields of a request's body that take a file. */
export function fileFieldsOf(body: TObject | undefined): FileField[] {
  return Object.entries<TSchema>(body?.properties ?? {}).flatMap(([name, schema]) => {
    const members: readonly TSchema[] = KindGuard.IsUnion(schema) ? schema.anyOf : [schema]
    return members.some(KindGuard.IsUint8Array) ? [{ name, takesText: members.some(KindGuard.IsString) }] : []
  })
}
