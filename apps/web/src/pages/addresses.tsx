import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function AddressesPage() {
  const { m } = useLanguage()
  return <Page title={m.addresses.title}>{null}</Page>
}
