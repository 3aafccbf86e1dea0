import { useState } from 'react'
import { Link } from 'wouter'
import { type Address, addressFrom, formatAddress } from '../address.ts'
import { community } from '../api.ts'
import { Page } from '../app/Page.tsx'
import { ButtonLink, SubmitButton } from '../components/Button.tsx'
import { CodeField } from '../components/CodeField.tsx'
import { Form } from '../components/Form.tsx'
import { TextField } from '../components/TextField.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function ForgotPage() {
  const { m } = useLanguage()
  const [sentTo, setSentTo] = useState<Address>()
  if (sentTo) {
    return (
      <Page key="sent" title={m.forgot.sentTitle}>
        <div className="card">
          <p>{m.forgot.sent(formatAddress(sentTo))}</p>
          <ButtonLink href="/account/sign-in" look="primary">
            {m.forgot.back}
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page key="ask" title={m.forgot.title} lead={m.forgot.lead}>
      <div className="card">
        <ForgotForm onSent={setSentTo} />
      </div>
      <p className="beside">
        <Link href="/account/sign-in">{m.forgot.back}</Link>
      </p>
    </Page>
  )
}

function ForgotForm({ onSent }: { readonly onSent: (address: Address) => void }) {
  const { m, sentenceFor } = useLanguage()
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const address = addressFrom(typed)

  const submit = async () => {
    if (address === undefined) return { address: m.missing.phoneOrEmail }
    if (code.length !== 6) return { code: m.missing.code }
    const answer = await community.getPasswd({ [address.kind]: address.value, smscode: code })
    switch (answer.outcome) {
      case 'ok':
        onSent(address)
        return undefined
      case 'accountMissing':
      case 'phoneMissing':
      case 'emailMissing':
        return { address: sentenceFor(answer, m.forgot.getPasswd) }
      case 'codeWrong':
      case 'codeMissing':
      case 'codeExpired':
        return { code: sentenceFor(answer, m.forgot.getPasswd) }
      default:
        return { form: sentenceFor(answer, m.forgot.getPasswd) }
    }
  }

  return (
    <Form onSubmit={submit} label={m.forgot.title}>
      <TextField
        required
        name="address"
        label={m.fields.phoneOrEmail}
        value={typed}
        onChange={setTyped}
        autoComplete="username"
        spellCheck={false}
      />
      <CodeField
        value={code}
        onChange={setCode}
        to={address}
        toField={{ name: 'address', missing: m.missing.phoneOrEmail }}
      />
      <SubmitButton>{m.forgot.submit}</SubmitButton>
    </Form>
  )
}
