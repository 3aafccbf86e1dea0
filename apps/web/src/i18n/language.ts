import { en } from './en.ts'
import type { Messages } from './messages.ts'
import { zh } from './zh.ts'

export const languages = { zh: '中文', en: 'English' } as const
export type Language = keyof typeof languages

export const messagesIn: Readonly<Record<Language, Messages>> = { zh, en }

/** What the `lang` attribute and the calendar say. */
export const localeOf: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

const key = 'acct.language'
const isLanguage = (value: string | null): value is Language => value !== null && value in languages

/** The language chosen here before, else the first of the browser’s list that we speak. */
export function preferredLanguage(): Language {
  const chosen = remembered()
  if (isLanguage(chosen)) return chosen
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.find(isLanguage) ?? 'en'
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language)
  } catch {
    // Storage may be forbidden; then the choice holds for this page.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
