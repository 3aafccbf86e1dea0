import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react'
import { type Language, localeOf, messagesIn, preferredLanguage, rememberLanguage } from './language.ts'
import type { Messages } from './messages.ts'
import { type Failure, retryAfter, type Sentences, type SharedOutcome } from './outcomes.ts'

interface Spoken {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly m: Messages
  /** The sentence of a failed answer: its call’s own, else the shared one; and for how long to wait, if the server says. */
  readonly sentenceFor: <A extends Failure>(answer: A, own: Sentences<A>) => string
}

const Context = createContext<Spoken | undefined>(undefined)

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage)
  useLayoutEffect(() => {
    document.documentElement.lang = localeOf[language]
  }, [language])
  const spoken = useMemo<Spoken>(() => {
    const m = messagesIn[language]
    return {
      language,
      setLanguage: (chosen) => {
        rememberLanguage(chosen)
        setLanguage(chosen)
      },
      m,
      sentenceFor: (answer, own) => {
        const sentences: Readonly<Record<string, string>> = { ...m.shared, ...own }
        const seconds = retryAfter(answer)
        const sentence = sentences[answer.outcome] ?? m.shared[fallback]
        return seconds === undefined ? sentence : `${sentence}${m.retryIn(seconds)}`
      },
    }
  }, [language])
  return <Context value={spoken}>{children}</Context>
}

/** Types leave no other outcome; a server newer than this page might. */
const fallback: SharedOutcome = 'undocumentedAnswer'

/** The words of the chosen language. */
export function useLanguage(): Spoken {
  const spoken = use(Context)
  if (spoken === undefined) throw new Error('useLanguage outside of LanguageProvider')
  return spoken
}
