import { KindGuard, type TObject, type TSchema } from '@sinclair/typebox'

/** Whether no JSON value fits both schemas: some constant, type or key tells them apart. */
export function areDisjoint(a: TSchema, b: TSchema): boolean {
  if (KindGuard.IsUnion(a)) return a.anyOf.every((member) => areDisjoint(member, b))
  if (KindGuard.IsUnion(b)) return areDisjoint(b, a)
  if (jsonTypeOf(a) !== jsonTypeOf(b)) return true
  if (KindGuard.IsLiteral(a) && KindGuard.IsLiteral(b)) return a.const !== b.const
  return KindGuard.IsObject(a) && KindGuard.IsObject(b) && (isMissedBy(a, b) || isMissedBy(b, a))
}

/** Whether `a` demands a key that `b` does not allow, or allows only with other values. */
function isMissedBy(a: TObject, b: TObject): boolean {
  return (a.required ?? []).some((key) => {
    const [demanded, allowed] = [a.properties[key], b.properties[key]]
    if (!demanded) return false
    return allowed ? areDisjoint(demanded, allowed) : b.additionalProperties === false
  })
}

function jsonTypeOf(schema: TSchema): string {
  if (KindGuard.IsLiteral(schema)) return typeof schema.const
  return schema.type === 'integer' ? 'number' : schema.type
}
