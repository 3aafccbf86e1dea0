import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function SecurityPage() {
  const { m } = useLanguage()
  return <Page title={m.security.title}>{null}</Page>
}
