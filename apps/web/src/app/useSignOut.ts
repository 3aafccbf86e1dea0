import { useState } from 'react'
import { community } from '../api.ts'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { useSession } from './session.tsx'

/** Ends the session here. It says so, or why it could not: then one is still signed in. */
export function useSignOut(): { readonly busy: boolean; readonly signOut: () => Promise<void> } {
  const { m, sentenceFor } = useLanguage()
  const { end } = useSession()
  const say = useToast()
  const [busy, setBusy] = useState(false)

  const signOut = async () => {
    setBusy(true)
    const answer = await community.logout()
    setBusy(false)
    switch (answer.outcome) {
      case 'ok':
      case 'notSignedIn':
        say(m.security.signedOut)
        return end()
      default:
        return say(sentenceFor(answer, m.security.logout))
    }
  }

  return { busy, signOut }
}
