import { useState } from 'react'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { Field } from './Field.tsx'

/** A password, which can be looked at while it is typed. */
export function PasswordField({
  name = 'password',
  label,
  value,
  onChange,
  autoComplete,
  hint,
}: {
  readonly name?: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: string
}) {
  const { m } = useLanguage()
  const [shown, setShown] = useState(false)
  return (
    <Field name={name} label={label} hint={hint}>
      {(described) => (
        <div className="with-action">
          <input
            className="input"
            type={shown ? 'text' : 'password'}
            name={name}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            aria-required
            {...described}
          />
          <button
            className="inline-action"
            type="button"
            aria-label={shown ? m.fields.hidePassword : m.fields.showPassword}
            onClick={() => setShown(!shown)}
          >
            {shown ? m.fields.hide : m.fields.show}
          </button>
        </div>
      )}
    </Field>
  )
}
