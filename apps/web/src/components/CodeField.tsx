import { useEffect, useRef, useState } from 'react'
import { type Address, formatAddress } from '../address.ts'
import { community } from '../api.ts'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { retryAfter } from '../i18n/outcomes.ts'
import { startWait, useWait } from './codeWaits.ts'
import { Field } from './Field.tsx'
import { useForm } from './Form.tsx'

/** Seconds between two codes, as the server has it by default. If it has another interval, it says so when asked. */
const usualWait = 60

/**
 * Six digits, and the button that has them sent to an address. The wait for another code is counted down. If `to` is
 * not an address yet, `toField` is told why.
 */
export function CodeField({
  name = 'code',
  label,
  value,
  onChange,
  to,
  toField,
}: {
  readonly name?: string
  readonly label?: string
  readonly value: string
  readonly onChange: (code: string) => void
  readonly to: Address | undefined
  /** The name of the field that the address is typed in, and what to say if it is none. */
  readonly toField?: { readonly name: string; readonly missing: string } | undefined
}) {
  const { m, sentenceFor } = useLanguage()
  const { report } = useForm()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<{ readonly to: string }>()
  const wait = useWait(to?.value)
  const isSent = to !== undefined && sent?.to === to.value

  // The code comes next; and whoever hears the page hears by the field's hint that it was sent.
  useEffect(() => {
    if (sent) input.current?.focus()
  }, [sent])

  const request = async (address: Address) => {
    if (address.kind === 'phone') {
      const answer = await community.requestSmsCode({ phone: address.value })
      return answer.outcome === 'ok' ? undefined : { answer, text: sentenceFor(answer, m.requestSmsCode) }
    }
    const answer = await community.requestEmailCode({ email: address.value })
    return answer.outcome === 'ok' ? undefined : { answer, text: sentenceFor(answer, m.requestEmailCode) }
  }

  const send = async () => {
    if (sending || wait > 0) return
    if (to === undefined) {
      if (toField) report({ [toField.name]: toField.missing })
      return
    }
    setSending(true)
    const failure = await request(to)
    setSending(false)
    if (failure === undefined) {
      startWait(to.value, usualWait)
      report({})
      setSent({ to: to.value })
      return
    }
    const seconds = retryAfter(failure.answer)
    if (seconds !== undefined) startWait(to.value, seconds)
    const isAboutAddress = failure.answer.outcome === 'phoneInvalid' || failure.answer.outcome === 'emailInvalid'
    report({ [isAboutAddress && toField ? toField.name : name]: failure.text })
  }

  const action = sending
    ? m.fields.sending
    : wait > 0
      ? m.fields.sendCodeIn(wait)
      : isSent
        ? m.fields.sendCodeAgain
        : m.fields.sendCode

  return (
    <Field
      name={name}
      label={label ?? m.fields.code}
      hint={isSent ? m.fields.codeSent : to && m.fields.codeSentTo(formatAddress(to))}
    >
      {(described) => (
        <div className="with-action">
          <input
            ref={input}
            className="input code"
            name={name}
            value={value}
            onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 6))}
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-required
            {...described}
          />
          <button
            className="inline-action"
            type="button"
            aria-disabled={sending || wait > 0 || undefined}
            onClick={send}
          >
            {action}
          </button>
        </div>
      )}
    </Field>
  )
}
