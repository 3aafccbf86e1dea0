import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { type Address, emailFrom, phoneFrom } from '../address.ts'
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
import { isPassword, isUsername } from '../texts.ts'

type Method = 'username' | 'phone' | 'email'

export function SignUpPage() {
  const { m } = useLanguage()
  const [method, setMethod] = useState<Method>('username')
  const search = useSearch()
  return (
    <Page title={m.signUp.title} lead={m.signUp.lead}>
      <div className="card">
        <Segmented
          label={m.signUp.methods}
          value={method}
          onChange={setMethod}
          options={[
            { value: 'username', label: m.signUp.byUsername },
            { value: 'phone', label: m.signUp.byPhone },
            { value: 'email', label: m.signUp.byEmail },
          ]}
        />
        <SignUpForm key={method} method={method} />
      </div>
      <p className="beside">
        {m.signUp.hasAccount} <Link href={`/account/sign-in${search && `?${search}`}`}>{m.signUp.signIn}</Link>
      </p>
    </Page>
  )
}

/** What was typed, as the API takes it; undefined if it can not be that. */
function identifierFrom(method: Method, typed: string): string | undefined {
  if (method === 'username') return typed.trim() || undefined
  return method === 'phone' ? phoneFrom(typed) : emailFrom(typed)
}

function SignUpForm({ method }: { readonly method: Method }) {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const identifier = identifierFrom(method, typed)
  const address: Address | undefined =
    method === 'username' || identifier === undefined ? undefined : { kind: method, value: identifier }

  const submit = async () => {
    if (identifier === undefined) return { [method]: m.missing[method] }
    if (method === 'username' && !isUsername(identifier)) return { username: m.missing.usernameOdd }
    if (method !== 'username' && code.length !== 6) return { code: m.missing.code }
    if (!isPassword(password)) return { password: m.missing.passwordShort }
    const answer = await community.signup({
      [method]: identifier,
      passwd: password,
      ...(method !== 'username' && { code }),
    })
    switch (answer.outcome) {
      case 'ok':
      case 'alreadySignedIn':
        await reload()
        return undefined
      case 'identifierRefused':
        return { [method]: m.signUp.refused[method] }
      case 'passwordInvalid':
        return { password: sentenceFor(answer, m.signUp.signup) }
      case 'codeWrong':
      case 'codeExpired':
        return { code: sentenceFor(answer, m.signUp.signup) }
      default:
        return { form: sentenceFor(answer, m.signUp.signup) }
    }
  }

  return (
    <Form onSubmit={submit} label={m.signUp.title}>
      {method === 'username' && (
        <TextField
          required
          name="username"
          label={m.fields.username}
          value={typed}
          onChange={setTyped}
          autoComplete="username"
          spellCheck={false}
          hint={m.signUp.usernameHint}
        />
      )}
      {method === 'phone' && (
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
      )}
      {method === 'email' && (
        <TextField
          required
          name="email"
          label={m.fields.email}
          value={typed}
          onChange={setTyped}
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
      )}
      {method !== 'username' && (
        <CodeField
          value={code}
          onChange={setCode}
          to={address}
          toField={{ name: method, missing: m.missing[method] }}
        />
      )}
      <PasswordField
        label={m.fields.password}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        hint={m.fields.passwordHint}
      />
      <SubmitButton>{m.signUp.submit}</SubmitButton>
    </Form>
  )
}
