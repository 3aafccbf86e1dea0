import { Page } from '../app/Page.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function ProfilePage() {
  const { m } = useLanguage()
  return <Page title={m.profile.title}>{null}</Page>
}
