import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function PrivacyPage() {
  const { m } = useLanguage()
  return <Page title={m.nav.privacy}>{null}</Page>
}
