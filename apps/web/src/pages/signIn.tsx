import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { addressFrom, phoneFrom } from '../address.ts'
import { community } from '../api.ts'
import { Page } from '../app/Page.tsx'
import { useSession } from '../app/session.tsx'
import { SubmitButton } from '../components/Button.tsx'
import { CodeField } from '../components/CodeField.tsx'
import { Form } from '../components/Form.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { TextField } from '../components/TextField.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function SignInPage() {
  const { m } = useLanguage()
  const [method, setMethod] = useState<'password' | 'code'>('password')
  const search = useSearch()
  return (
    <Page title={m.signIn.title} lead={m.signIn.lead}>
      <div className="card">
        <Segmented
          label={m.signIn.methods}
          value={method}
          onChange={setMethod}
          options={[
            { value: 'password', label: m.signIn.byPassword },
            { value: 'code', label: m.signIn.byCode },
          ]}
        />
        {method === 'password' ? <ByPassword /> : <ByCode />}
      </div>
      <p className="beside">
        {m.signIn.noAccount} <Link href={`/account/sign-up${search && `?${search}`}`}>{m.signIn.signUp}</Link>
      </p>
    </Page>
  )
}

function ByPassword() {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')

  const submit = async () => {
    const name = identifier.trim()
    if (name === '') return { identifier: m.missing.identifier }
    if (password === '') return { password: m.missing.password }
    const address = addressFrom(name)
    const answer = await community.login({ [address?.kind ?? 'username']: address?.value ?? name, passwd: password })
    switch (answer.outcome) {
      case 'ok':
      case 'alreadySignedIn':
        await reload()
        return undefined
      case 'notRegistered':
        return { identifier: sentenceFor(answer, m.signIn.login) }
      case 'passwordWrong':
        return { password: sentenceFor(answer, m.signIn.login) }
      default:
        return { form: sentenceFor(answer, m.signIn.login) }
    }
  }

  return (
    <Form onSubmit={submit} label={m.signIn.byPassword}>
      <TextField
        required
        name="identifier"
        label={m.fields.identifier}
        value={identifier}
        onChange={setIdentifier}
        autoComplete="username"
        spellCheck={false}
      />
      <PasswordField
        label={m.fields.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <SubmitButton>{m.signIn.submit}</SubmitButton>
      <p className="beside">
        <Link href="/account/forgot">{m.signIn.forgot}</Link>
      </p>
    </Form>
  )
}

function ByCode() {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const phone = phoneFrom(typed)

  const submit = async () => {
    if (phone === undefined) return { phone: m.missing.phone }
    if (code.length !== 6) return { code: m.missing.code }
    const answer = await community.loginSignupSms({ phone, smscode: code })
    switch (answer.outcome) {
      case 'ok':
      case 'alreadySignedIn':
        await reload()
        return undefined
      case 'phoneMissing':
        return { phone: sentenceFor(answer, m.signIn.loginSignupSms) }
      case 'phoneOrCodeWrong':
      case 'codeMissing':
      case 'codeExpired':
        return { code: sentenceFor(answer, m.signIn.loginSignupSms) }
      default:
        return { form: sentenceFor(answer, m.signIn.loginSignupSms) }
    }
  }

  return (
    <Form onSubmit={submit} label={m.signIn.byCode}>
      <TextField
        required
        name="phone"
        label={m.fields.phone}
        value={typed}
        onChange={setTyped}
        type="tel"
        autoComplete="tel"
        hint={m.fields.phoneHint}
      />
      <CodeField
        value={code}
        onChange={setCode}
        to={phone === undefined ? undefined : { kind: 'phone', value: phone }}
        toField={{ name: 'phone', missing: m.missing.phone }}
      />
      <SubmitButton>{m.signIn.submit}</SubmitButton>
      <p className="hint">{m.signIn.codeNote}</p>
    </Form>
  )
}
