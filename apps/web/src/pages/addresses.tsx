import { useState } from 'react'
import { type Address, emailFrom, formatAddress, phoneFrom } from '../address.ts'
import { community } from '../api.ts'
import { type OwnAddress, type OwnAddresses, provingAddress, useOwnAddresses } from '../app/ownAddresses.ts'
import { Page } from '../app/Page.tsx'
import { useSession } from '../app/session.tsx'
import { Loading } from '../app/states.tsx'
import { useEndedSession } from '../app/useEndedSession.ts'
import { Button, SubmitButton } from '../components/Button.tsx'
import { CodeField } from '../components/CodeField.tsx'
import { Form } from '../components/Form.tsx'
import { Icon } from '../components/Icon.tsx'
import { TextField } from '../components/TextField.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

type Kind = Address['kind']

export function AddressesPage() {
  const { m } = useLanguage()
  const own = useOwnAddresses()
  const [editing, setEditing] = useState<Kind>()
  return (
    <Page title={m.addresses.title} lead={m.addresses.lead}>
      {own === undefined ? (
        <Loading />
      ) : (
        (['phone', 'email'] as const).map((kind) => (
          <section key={kind} className="card">
            <Row kind={kind} own={own[kind]} open={editing === kind} onOpen={() => setEditing(kind)} />
            {editing === kind && <ChangeForm kind={kind} own={own} onDone={() => setEditing(undefined)} />}
          </section>
        ))
      )}
    </Page>
  )
}

/** An address as it is, and the button that opens the form below it. */
function Row({
  kind,
  own,
  open,
  onOpen,
}: {
  readonly kind: Kind
  readonly own: OwnAddress | undefined
  readonly open: boolean
  readonly onOpen: () => void
}) {
  const { m } = useLanguage()
  const action = own === undefined ? m.addresses.add : own.verified ? m.addresses.change : m.addresses.verify
  return (
    <div className="row">
      <span className="row-icon">
        <Icon name={kind === 'phone' ? 'phone' : 'addresses'} />
      </span>
      <div className="row-text">
        <h2>
          {m.addresses[kind]}{' '}
          {own && (
            <span className={own.verified ? 'badge good' : 'badge'}>
              {own.verified ? m.addresses.verified : m.addresses.unverified}
            </span>
          )}
        </h2>
        <p className="value">{own ? formatAddress(own.address) : m.unset}</p>
      </div>
      {!open && (
        <Button onClick={onOpen}>
          {action}
          <span className="visually-hidden"> {m.addresses[kind]}</span>
        </Button>
      )}
    </div>
  )
}

/** A new address with the code that was sent to it, and the code that shows that the account is still its owner’s. */
function ChangeForm({
  kind,
  own,
  onDone,
}: {
  readonly kind: Kind
  readonly own: OwnAddresses
  readonly onDone: () => void
}) {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const endSession = useEndedSession()
  const say = useToast()
  const present = own[kind]
  // One that is there but not verified only needs its code.
  const [typed, setTyped] = useState(present && !present.verified ? formatAddress(present.address) : '')
  const [code, setCode] = useState('')
  const [ownCode, setOwnCode] = useState('')
  const value = kind === 'phone' ? phoneFrom(typed) : emailFrom(typed)
  const next: Address | undefined = value === undefined ? undefined : { kind, value }
  const proving = provingAddress(own)
  const says = {
    phone: { add: m.addresses.addPhone, change: m.addresses.changePhone, next: m.addresses.newPhone },
    email: { add: m.addresses.addEmail, change: m.addresses.changeEmail, next: m.addresses.newEmail },
  }[kind]
  const title = present === undefined ? says.add : present.verified ? says.change : m.addresses.verify
  const label = present?.verified ? says.next : m.addresses[kind]

  const submit = async () => {
    if (next === undefined) return { address: m.missing[kind] }
    if (present?.verified && next.value === present.address.value) return { address: m.addresses.same }
    if (code.length !== 6) return { code: m.missing.code }
    if (proving && ownCode.length !== 6) return { ownCode: m.missing.code }
    const answer = await community.setOwnInfo({
      [kind]: next.value,
      code,
      ...(proving && { original_code: ownCode }),
    })
    switch (answer.outcome) {
      case 'ok':
        await reload()
        say(m.addresses.changed)
        onDone()
        return undefined
      case 'notSignedIn':
        endSession()
        return undefined
      case 'taken':
      case 'phoneChangedTooOften':
      case 'contentRefused':
        return { address: sentenceFor(answer, m.profile.setOwnInfo) }
      case 'codeWrong':
        return proving ? { form: m.addresses.eitherCodeWrong } : { code: sentenceFor(answer, m.profile.setOwnInfo) }
      case 'codeMissing':
      case 'codeExpired':
        return proving ? { form: m.addresses.eitherCodeExpired } : { code: sentenceFor(answer, m.profile.setOwnInfo) }
      default:
        return { form: sentenceFor(answer, m.profile.setOwnInfo) }
    }
  }

  return (
    <Form onSubmit={submit} label={title}>
      {kind === 'phone' ? (
        <TextField
          required
          name="address"
          label={label}
          value={typed}
          onChange={setTyped}
          type="tel"
          autoComplete="tel"
          hint={m.fields.phoneHint}
          autoFocus
        />
      ) : (
        <TextField
          required
          name="address"
          label={label}
          value={typed}
          onChange={setTyped}
          type="email"
          autoComplete="email"
          spellCheck={false}
          autoFocus
        />
      )}
      <CodeField
        label={proving ? m.addresses.newCode : m.fields.code}
        value={code}
        onChange={setCode}
        to={next}
        toField={{ name: 'address', missing: m.missing[kind] }}
      />
      {proving && (
        <>
          <p className="hint">{m.addresses.ownCodeHint(formatAddress(proving))}</p>
          <CodeField name="ownCode" label={m.addresses.ownCode} value={ownCode} onChange={setOwnCode} to={proving} />
        </>
      )}
      <div className="buttons">
        <SubmitButton>{title}</SubmitButton>
        <Button look="quiet" onClick={onDone}>
          {m.cancel}
        </Button>
      </div>
    </Form>
  )
}
