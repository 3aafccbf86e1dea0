import type { SetUserHomepagePrivacySettingsRequest } from '@acct/sdk/community'
import { useEffect, useState } from 'react'
import { community } from '../api.ts'
import { Page } from '../app/Page.tsx'
import { useMe } from '../app/session.tsx'
import { Loading } from '../app/states.tsx'
import { useEndedSession } from '../app/useEndedSession.ts'
import { Alert } from '../components/Alert.tsx'
import { Button } from '../components/Button.tsx'
import { Switch } from '../components/Switch.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { type Privacy, privacyFrom } from '../people/privacy.ts'

/** What others see, in the order of the page. */
const parts = ['phone', 'email', 'birthday', 'people'] as const satisfies readonly (keyof Privacy)[]

/** The API’s names for what is set; that of the last is another than where it is read. */
const written = {
  phone: 'is_display_phone',
  email: 'is_display_mail',
  birthday: 'is_display_birthday',
  people: 'is_display_follows_and_fans',
} as const satisfies Record<keyof Privacy, keyof SetUserHomepagePrivacySettingsRequest>

/** Four switches, each of which holds at once. */
export function PrivacyPage() {
  const { m, sentenceFor } = useLanguage()
  const { userid } = useMe()
  const endSession = useEndedSession()
  const say = useToast()
  const [privacy, setPrivacy] = useState<Privacy>()
  const [saving, setSaving] = useState<keyof Privacy>()
  const [problem, setProblem] = useState<string>()

  const read = async () => {
    const answer = await community.getUserHomepagePrivacySettings()
    switch (answer.outcome) {
      case 'ok':
        setProblem(undefined)
        return setPrivacy(privacyFrom(answer.body))
      case 'notSignedIn':
        return endSession()
      default:
        return setProblem(sentenceFor(answer, m.social.privacy.get))
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; the switches keep up with what they set.
  useEffect(() => {
    void read()
  }, [])

  const change = async (part: keyof Privacy, shown: boolean) => {
    if (saving !== undefined) return
    setSaving(part)
    setProblem(undefined)
    const answer = await community.setUserHomepagePrivacySettings({ [written[part]]: shown })
    setSaving(undefined)
    switch (answer.outcome) {
      case 'ok':
        setPrivacy((settings) => settings && { ...settings, [part]: shown })
        return say(m.saved)
      case 'notSignedIn':
        return endSession()
      default:
        return setProblem(sentenceFor(answer, m.social.privacy.set))
    }
  }

  if (privacy === undefined && problem === undefined) return <Loading />
  return (
    <Page title={m.social.privacy.title} lead={m.social.privacy.lead}>
      <section className="card">
        {privacy &&
          parts.map((part) => (
            <Switch
              key={part}
              label={m.social.privacy[part]}
              hint={part === 'people' ? m.social.privacy.peopleHint : undefined}
              checked={saving === part ? !privacy[part] : privacy[part]}
              unavailable={saving !== undefined}
              onChange={(shown) => change(part, shown)}
            />
          ))}
        {problem && <Alert>{problem}</Alert>}
        {privacy === undefined && <Button onClick={read}>{m.retry}</Button>}
      </section>
      <p className="beside">{m.social.privacy.always}</p>
      <p className="beside">
        <a href={`/u/${userid}`}>{m.social.privacy.preview}</a>
      </p>
    </Page>
  )
}
