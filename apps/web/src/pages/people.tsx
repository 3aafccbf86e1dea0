import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function PeoplePage() {
  const { m } = useLanguage()
  return <Page title={m.nav.people}>{null}</Page>
}
