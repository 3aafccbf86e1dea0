import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Address, formatAddress } from '../address.ts'
import { community } from '../api.ts'
import { useOwnAddresses, verifiedAddresses } from '../app/ownAddresses.ts'
import { Card, Page } from '../app/Page.tsx'
import { useSession } from '../app/session.tsx'
import { Loading } from '../app/states.tsx'
import { useEndedSession } from '../app/useEndedSession.ts'
import { ButtonLink, SubmitButton } from '../components/Button.tsx'
import { CodeField } from '../components/CodeField.tsx'
import { Form } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

/** Deletes the account: after a code to an address of its own, and a word typed on purpose. */
export function DeletePage() {
  const { m } = useLanguage()
  const own = useOwnAddresses()
  if (own === undefined) return <Loading />
  const [first, ...others] = verifiedAddresses(own)
  return (
    <Page title={m.social.delete.title} lead={m.social.delete.lead}>
      <Card title={m.social.delete.what}>
        <ul className="bullets">
          {m.social.delete.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        <p className="hint">{m.social.delete.free}</p>
      </Card>
      <section className="card">
        {first ? (
          <DeleteForm addresses={[first, ...others]} />
        ) : (
          <>
            <p>{m.social.delete.noAddress}</p>
            <ButtonLink href="/account/addresses">{m.social.delete.toAddresses}</ButtonLink>
          </>
        )}
      </section>
    </Page>
  )
}

function DeleteForm({ addresses }: { readonly addresses: readonly [Address, ...Address[]] }) {
  const { m, sentenceFor } = useLanguage()
  const { end } = useSession()
  const endSession = useEndedSession()
  const say = useToast()
  const [, navigate] = useLocation()
  const [kind, setKind] = useState(addresses[0].kind)
  const [code, setCode] = useState('')
  const [typed, setTyped] = useState('')
  const address = addresses.find((one) => one.kind === kind) ?? addresses[0]
  const { word } = m.social.delete

  const submit = async () => {
    if (code.length !== 6) return { code: m.missing.code }
    if (typed.normalize('NFKC').trim().toLowerCase() !== word) return { word: m.social.delete.confirmMissing(word) }
    const answer = await community.dropout({ [address.kind]: address.value, smscode: code })
    switch (answer.outcome) {
      case 'ok':
        navigate('/account/sign-in', { replace: true })
        end()
        say(m.social.delete.done)
        return undefined
      case 'notOwner':
        return notOwner()
      case 'codeWrong':
      case 'codeMissing':
      case 'codeExpired':
        return { code: sentenceFor(answer, m.social.delete.dropout) }
      default:
        return { form: sentenceFor(answer, m.social.delete.dropout) }
    }
  }

  /** The API says the same to somebody who is not signed in any more: then that is what is wrong. */
  const notOwner = async () => {
    const me = await community.getOwnInfo({})
    if (me.outcome !== 'notSignedIn') return { form: m.social.delete.dropout.notOwner }
    endSession()
    return undefined
  }

  return (
    <Form onSubmit={submit} label={m.social.delete.title}>
      {addresses.length > 1 && (
        <SelectField
          name="to"
          label={m.social.delete.address}
          value={kind}
          onChange={setKind}
          options={addresses.map((one) => ({ value: one.kind, label: formatAddress(one) }))}
        />
      )}
      <CodeField value={code} onChange={setCode} to={address} />
      <TextField
        name="word"
        label={m.social.delete.confirm(word)}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton look="danger">{m.social.delete.submit}</SubmitButton>
    </Form>
  )
}
