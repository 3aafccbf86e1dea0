import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function QrPage() {
  const { m } = useLanguage()
  return <Page title={m.qr.title}>{null}</Page>
}
