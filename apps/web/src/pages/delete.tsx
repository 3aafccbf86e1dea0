import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function DeletePage() {
  const { m } = useLanguage()
  return <Page title={m.nav.delete}>{null}</Page>
}
