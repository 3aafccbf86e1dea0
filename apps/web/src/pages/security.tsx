import { useState } from 'react'
import type { Address } from '../address.ts'
import { formatAddress } from '../address.ts'
import { card, community } from '../api.ts'
import { useOwnAddresses, verifiedAddresses } from '../app/ownAddresses.ts'
import { Card, Page } from '../app/Page.tsx'
import { useMe, useSession } from '../app/session.tsx'
import { Loading } from '../app/states.tsx'
import { useSignOut } from '../app/useSignOut.ts'
import { Note } from '../components/Alert.tsx'
import { Button, ButtonLink, SubmitButton } from '../components/Button.tsx'
import { CodeField } from '../components/CodeField.tsx'
import { Form, type Problems } from '../components/Form.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { isPassword } from '../texts.ts'

export function SecurityPage() {
  const { m } = useLanguage()
  return (
    <Page title={m.security.title} lead={m.security.lead}>
      <Card title={m.security.password}>
        <ChangePassword />
      </Card>
      <Card title={m.security.session}>
        <SignOut />
      </Card>
    </Page>
  )
}

function ChangePassword() {
  const { m } = useLanguage()
  const own = useOwnAddresses()
  const [method, setMethod] = useState<'code' | 'password'>('code')
  if (own === undefined) return <Loading />
  const addresses = verifiedAddresses(own)
  const [first, ...others] = addresses
  if (first === undefined) {
    return (
      <>
        <Note>
          <p>{m.security.noAddress}</p>
          <ButtonLink href="/account/addresses">{m.security.toAddresses}</ButtonLink>
        </Note>
        <ByPassword />
      </>
    )
  }
  return (
    <>
      <Segmented
        label={m.security.methods}
        value={method}
        onChange={setMethod}
        options={[
          { value: 'code', label: m.security.byCode },
          { value: 'password', label: m.security.byPassword },
        ]}
      />
      {method === 'code' ? <ByCode addresses={[first, ...others]} /> : <ByPassword />}
    </>
  )
}

/** By a code sent to one’s own number or e-mail. */
function ByCode({ addresses }: { readonly addresses: readonly [Address, ...Address[]] }) {
  const { m, sentenceFor } = useLanguage()
  const say = useToast()
  const [value, setValue] = useState(addresses[0].value)
  const [code, setCode] = useState('')
  const passwords = useNewPassword()
  const to = addresses.find((address) => address.value === value) ?? addresses[0]

  const submit = async () => {
    if (code.length !== 6) return { code: m.missing.code }
    const problems = passwords.problems()
    if (problems) return problems
    const answer = await community.changePasswd({ [to.kind]: to.value, smscode: code, passwd: passwords.password })
    switch (answer.outcome) {
      case 'ok':
        say(m.security.changed)
        setCode('')
        passwords.clear()
        return undefined
      case 'codeWrong':
      case 'codeMissing':
      case 'codeExpired':
        return { code: sentenceFor(answer, m.security.changePasswd) }
      case 'passwordInvalid':
        return { password: sentenceFor(answer, m.security.changePasswd) }
      default:
        return { form: sentenceFor(answer, m.security.changePasswd) }
    }
  }

  return (
    <Form onSubmit={submit} label={m.security.byCode}>
      <WhosePassword />
      {addresses.length > 1 && (
        <SelectField
          name="to"
          label={m.security.codeTo}
          value={value}
          onChange={setValue}
          options={addresses.map((address) => ({ value: address.value, label: formatAddress(address) }))}
        />
      )}
      <CodeField value={code} onChange={setCode} to={to} />
      {passwords.fields(m.fields.passwordHint)}
      <SubmitButton>{m.security.submit}</SubmitButton>
    </Form>
  )
}

/** By the present password: the only way for an account without a verified address. */
function ByPassword() {
  const { m, sentenceFor } = useLanguage()
  const say = useToast()
  const { reload } = useSession()
  const [current, setCurrent] = useState('')
  const passwords = useNewPassword()

  const submit = async () => {
    if (current === '') return { current: m.missing.password }
    // The API of this call takes nothing else.
    if (!/^\w{1,20}$/.test(passwords.password)) return { password: m.security.passwordOnlyRule }
    const problems = passwords.problems()
    if (problems) return problems
    const { password } = passwords
    const answer = await card.modifyPassword({ old_pwd: current, new_pwd: password, confirm_pwd: password })
    switch (answer.outcome) {
      case 'ok':
        say(m.security.changed)
        setCurrent('')
        passwords.clear()
        return undefined
      case 'failed':
        // It may be the session that is over: the server tells.
        await reload()
        return { current: sentenceFor(answer, m.security.modifyPassword) }
      default:
        return { form: sentenceFor(answer, m.security.modifyPassword) }
    }
  }

  return (
    <Form onSubmit={submit} label={m.security.byPassword}>
      <WhosePassword />
      <PasswordField
        name="current"
        label={m.fields.currentPassword}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
      />
      {passwords.fields(m.security.passwordOnlyHint)}
      <SubmitButton>{m.security.submit}</SubmitButton>
    </Form>
  )
}

/** For password managers: whose password it is. */
function WhosePassword() {
  const { username, phone, mail } = useMe()
  return <input type="text" autoComplete="username" value={username || phone || mail} readOnly hidden />
}

/** A new password, typed twice. */
function useNewPassword() {
  const { m } = useLanguage()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const problems = (): Problems | undefined => {
    if (!isPassword(password)) return { password: m.missing.passwordShort }
    return password === again ? undefined : { again: m.missing.passwordsDiffer }
  }
  const clear = () => {
    setPassword('')
    setAgain('')
  }
  const fields = (hint: string) => (
    <>
      <PasswordField
        label={m.fields.newPassword}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        hint={hint}
      />
      <PasswordField
        name="again"
        label={m.fields.passwordAgain}
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
      />
    </>
  )
  return { password, problems, clear, fields }
}

function SignOut() {
  const { m } = useLanguage()
  const { busy, signOut } = useSignOut()
  return (
    <>
      <p>{m.security.sessionText}</p>
      <div className="buttons">
        <Button unavailable={busy} onClick={signOut}>
          {m.signOut}
        </Button>
      </div>
    </>
  )
}
