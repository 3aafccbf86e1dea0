import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { useSession } from './session.tsx'

/** For answers that say that the caller is not signed in: leads to the sign-in page, and says why. */
export function useEndedSession(): () => void {
  const { end } = useSession()
  const say = useToast()
  const { m } = useLanguage()
  return () => {
    end()
    say(m.sessionOver)
  }
}
