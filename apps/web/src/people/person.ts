import type { GetUserInfoAnswer } from '@acct/sdk/community'
import { createClient, type GetInfoAnswer } from '@acct/sdk/token'
import { useEffect, useState } from 'react'
import { community } from '../api.ts'
import { useMe } from '../app/session.tsx'

/** Another account, as far as it is shown; what is hidden or was never set is empty. */
export interface Person {
  readonly id: number
  readonly name: string
  readonly username: string
  readonly avatar: string
  readonly signature: string
  readonly gender: 'm' | 'w' | ''
  readonly phone: string
  readonly email: string
  readonly birthday: string
  readonly follows: readonly number[]
  readonly fans: readonly number[]
}

type CommunityFailure = Exclude<
  GetUserInfoAnswer,
  { outcome: 'ok' | 'idInvalid' | 'idMissing' | 'notSignedIn' | 'levelTooLow' }
>
type PublicFailure = Exclude<GetInfoAnswer, { outcome: 'ok' | 'userNotFound' }>

export type Found =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'missing' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'failed'; readonly answer: CommunityFailure | PublicFailure }

/** What everybody may see of an account without signing in. It is the same with cookies, so none are sent. */
const token = createClient({ baseUrl: '/token', credentials: 'omit' })

/**
 * Reads another account. People of level 0 may read no profiles by the API of communities; for them there is what the
 * token API shows to everybody.
 */
async function readPerson(id: number, level: number): Promise<Found> {
  return level === 0 ? readPublic(id) : readProfile(id)
}

async function readProfile(id: number): Promise<Found> {
  const answer = await community.getUserInfo({ id: String(id) })
  switch (answer.outcome) {
    case 'ok': {
      const { username, name, avatar, gender, phone, mail: email, birthday, follows, fans } = answer.body
      const person = { id, username, name, avatar, gender, phone, email, birthday, fans, signature: '' }
      return { kind: 'person', person: { ...person, follows: follows.flatMap(({ user_ids }) => user_ids) } }
    }
    case 'idInvalid':
    case 'idMissing':
      return { kind: 'missing' }
    case 'notSignedIn':
      return { kind: 'signedOut' }
    case 'levelTooLow':
      return readPublic(id)
    default:
      return { kind: 'failed', answer }
  }
}

async function readPublic(id: number): Promise<Found> {
  const answer = await token.getInfo({ uid: String(id) })
  switch (answer.outcome) {
    case 'ok': {
      const { Username: username, Email: email, Phone: phone, Statement: signature } = answer.body.data
      const unseen = { name: '', avatar: '', gender: '', birthday: '', follows: [], fans: [] } as const
      return { kind: 'person', person: { id, username, email, phone, signature, ...unseen } }
    }
    case 'userNotFound':
      return { kind: 'missing' }
    default:
      return { kind: 'failed', answer }
  }
}

/** Who was read in this tab, by reader: lists come and go, and what they showed need not be asked for again. */
const known = new Map<string, Found>()

/** Another account; undefined until it is known. `fresh` asks the server even if it was read before. */
export function usePerson(id: number, { fresh = false } = {}): Found | undefined {
  const { userid, level } = useMe()
  const key = `${userid}/${level}/${id}`
  const [found, setFound] = useState<{ readonly key: string; readonly found: Found }>()
  useEffect(() => {
    if (!fresh && known.has(key)) return
    let current = true
    void readPerson(id, level).then((answer) => {
      if (answer.kind === 'person' || answer.kind === 'missing') known.set(key, answer)
      if (current) setFound({ key, found: answer })
    })
    return () => {
      current = false
    }
  }, [key, id, level, fresh])
  return found?.key === key ? found.found : fresh ? undefined : known.get(key)
}
