import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function HomePage() {
  const { m } = useLanguage()
  return <Page title={m.nav.home}>{null}</Page>
}
