import type { Said } from '../http/outcomes.ts'

/**
 * Composes and checks an answer about an object once, and says the same again whenever the same object is asked about: of
 * profiles the core hands out the same object until something in it changes. Only for answers made of the object alone.
 */
export function oncePer<Subject extends object, Say>(
  compose: (subject: Subject, say: Say) => Said,
): (subject: Subject, say: Say) => Said {
  const composed = new WeakMap<Subject, Said>()
  return (subject, say) => {
    const known = composed.get(subject)
    if (known !== undefined) return known
    const fresh = compose(subject, say)
    const said = { ...fresh, body: alone(fresh.body) }
    composed.set(subject, said)
    return said
  }
}

/** The same bytes in memory of their own: small buffers share a larger piece, which stays as long as any of them does. */
function alone(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}
