import type { GetOwnInfoAnswer, GetOwnInfoOkBody } from '@acct/sdk/community'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { community } from '../api.ts'

/** The signed-in person’s own account, as the server tells it. */
export type Me = GetOwnInfoOkBody

type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'signedOut' }
  | { readonly state: 'signedIn'; readonly me: Me }
  | { readonly state: 'unreachable'; readonly answer: Exclude<GetOwnInfoAnswer, { outcome: 'ok' | 'notSignedIn' }> }

interface SessionContext {
  readonly session: Session
  /** Asks the server again who is signed in: after signing in, and after every change of one’s own account. */
  readonly reload: () => Promise<void>
  /** The session is over: the cookie is gone, or the server did not know it any more. */
  readonly end: () => void
}

const Context = createContext<SessionContext | undefined>(undefined)

/** Who is signed in. The cookie can not be read by scripts, so the server is asked. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [session, setSession] = useState<Session>({ state: 'loading' })
  const reload = useCallback(async () => {
    const answer = await community.getOwnInfo({})
    switch (answer.outcome) {
      case 'ok':
        return setSession({ state: 'signedIn', me: answer.body })
      case 'notSignedIn':
        return setSession({ state: 'signedOut' })
      default:
        // What is known stays: a moment without a network signs nobody out.
        return setSession((known) => (known.state === 'signedIn' ? known : { state: 'unreachable', answer }))
    }
  }, [])
  const end = useCallback(() => setSession({ state: 'signedOut' }), [])
  useEffect(() => {
    void reload()
  }, [reload])
  // Another tab may have signed out, or changed something, while this one was not looked at.
  const isSignedIn = session.state === 'signedIn'
  useEffect(() => {
    if (!isSignedIn) return
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [isSignedIn, reload])
  return <Context value={useMemo(() => ({ session, reload, end }), [session, reload, end])}>{children}</Context>
}

export function useSession(): SessionContext {
  const context = use(Context)
  if (context === undefined) throw new Error('useSession outside of SessionProvider')
  return context
}

/** The signed-in person, on pages that nobody else sees. */
export function useMe(): Me {
  const { session } = useSession()
  if (session.state !== 'signedIn') throw new Error('useMe on a page for everybody')
  return session.me
}
