import type { GetInfoAnswer } from '@acct/sdk/card'
import { useEffect, useState } from 'react'
import { card, community } from '../api.ts'
import { Page } from '../app/Page.tsx'
import { type Me, useMe, useSession } from '../app/session.tsx'
import { Loading } from '../app/states.tsx'
import { useEndedSession } from '../app/useEndedSession.ts'
import { Alert } from '../components/Alert.tsx'
import { SubmitButton } from '../components/Button.tsx'
import { AvatarField } from '../components/crop/AvatarField.tsx'
import { Form, type Problems } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextArea, TextField } from '../components/TextField.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { isUsername, lengthOf } from '../texts.ts'

export function ProfilePage() {
  const { m } = useLanguage()
  return (
    <Page title={m.profile.title} lead={m.profile.lead}>
      <section className="card">
        <AvatarField />
      </section>
      <section className="card">
        <Details />
      </section>
    </Page>
  )
}

/** The signature is read where it is written: `community` has no field for it. */
function Details() {
  const { sentenceFor, m } = useLanguage()
  const [answer, setAnswer] = useState<GetInfoAnswer>()
  useEffect(() => {
    const controller = new AbortController()
    void card.getInfo({ signal: controller.signal }).then((read) => {
      if (!controller.signal.aborted) setAnswer(read)
    })
    return () => controller.abort()
  }, [])
  if (answer === undefined) return <Loading />
  if (answer.outcome !== 'ok') return <Alert>{sentenceFor(answer, m.profile.getInfo)}</Alert>
  return <DetailsForm signature={answer.body.signature} />
}

type Details = Pick<Me, 'name' | 'username' | 'gender' | 'birthday'> & { readonly signature: string }

function DetailsForm({ signature }: { readonly signature: string }) {
  const { m, sentenceFor } = useLanguage()
  const me = useMe()
  const { reload } = useSession()
  const endSession = useEndedSession()
  const say = useToast()
  const { name, username, gender, birthday } = me
  const [kept, setKept] = useState<Details>({ name, username, gender, birthday, signature })
  const [details, setDetails] = useState(kept)
  const set = (change: Partial<Details>) => setDetails({ ...details, ...change })
  const today = new Date().toLocaleDateString('sv')

  /** Sends what differs from what is kept; what was never set stays so. */
  const saveDetails = async (): Promise<Problems | undefined> => {
    const changed = (['name', 'username', 'gender', 'birthday'] as const).filter(
      (field) => details[field] !== kept[field] && details[field] !== '',
    )
    const [only, another] = changed
    if (only === undefined) return undefined
    const answer = await community.setOwnInfo(Object.fromEntries(changed.map((field) => [field, details[field]])))
    switch (answer.outcome) {
      case 'ok':
        setKept({ ...details, signature: kept.signature })
        return undefined
      case 'notSignedIn':
        endSession()
        return {}
      case 'taken':
        return { username: sentenceFor(answer, m.profile.setOwnInfo) }
      case 'contentRefused':
        // The API does not say which it was.
        return another === undefined && only !== 'gender'
          ? { [only]: m.profile.refused[only] }
          : { form: sentenceFor(answer, m.profile.setOwnInfo) }
      default:
        return { form: sentenceFor(answer, m.profile.setOwnInfo) }
    }
  }

  const saveSignature = async (): Promise<Problems | undefined> => {
    if (details.signature === kept.signature) return undefined
    const answer = await card.updateInfo({ signature: details.signature })
    switch (answer.outcome) {
      case 'ok':
        setKept({ ...details })
        return undefined
      case 'failed':
        return { signature: sentenceFor(answer, m.profile.updateInfo) }
      default:
        return { form: sentenceFor(answer, m.profile.updateInfo) }
    }
  }

  const submit = async () => {
    for (const field of ['name', 'username', 'birthday'] as const) {
      // The API takes an empty field for one that is left out.
      if (details[field] === '' && kept[field] !== '') return { [field]: m.profile.cannotBeEmptied }
    }
    const odd: Problems = {
      ...(lengthOf(details.name) > 64 && { name: m.missing.nameLong }),
      ...(details.username !== '' && !isUsername(details.username) && { username: m.missing.usernameOdd }),
      ...(lengthOf(details.signature) > 100 && { signature: m.missing.signatureLong }),
    }
    if (Object.keys(odd).length > 0) return odd
    if (JSON.stringify(details) === JSON.stringify(kept)) {
      say(m.profile.nothingChanged)
      return undefined
    }
    const problems = (await saveDetails()) ?? (await saveSignature())
    if (problems) return problems
    await reload()
    say(m.saved)
    return undefined
  }

  return (
    <Form onSubmit={submit} label={m.profile.title}>
      <TextField
        name="name"
        label={m.profile.name}
        value={details.name}
        onChange={(value) => set({ name: value })}
        autoComplete="nickname"
        hint={m.profile.nameHint}
      />
      <TextField
        name="username"
        label={m.profile.username}
        value={details.username}
        onChange={(value) => set({ username: value })}
        autoComplete="username"
        spellCheck={false}
        hint={m.profile.usernameHint}
      />
      <SelectField
        name="gender"
        label={m.profile.gender}
        value={details.gender}
        onChange={(value) => set({ gender: value })}
        options={[
          ...(kept.gender === '' ? [{ value: '' as const, label: m.unset }] : []),
          { value: 'm', label: m.profile.male },
          { value: 'w', label: m.profile.female },
        ]}
      />
      <TextField
        name="birthday"
        label={m.profile.birthday}
        value={details.birthday}
        onChange={(value) => set({ birthday: value })}
        type="date"
        autoComplete="bday"
        min="1900-01-01"
        max={today}
      />
      <TextArea
        name="signature"
        label={m.profile.signature}
        value={details.signature}
        onChange={(value) => set({ signature: value })}
        hint={m.profile.signatureHint}
      />
      <div className="buttons">
        <SubmitButton>{m.save}</SubmitButton>
      </div>
    </Form>
  )
}
