import type { InputHTMLAttributes, ReactNode } from 'react'
import { Field } from './Field.tsx'

export interface TextFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoFocus' | 'autoComplete' | 'inputMode' | 'maxLength' | 'min' | 'max' | 'placeholder' | 'spellCheck'
  > {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly required?: boolean
}

/** One line of text, or a date. */
export function TextField({ name, label, value, onChange, hint, required = false, ...input }: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(described) => (
        <input
          className="input"
          name={name}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-required={required || undefined}
          {...input}
          {...described}
        />
      )}
    </Field>
  )
}

/** Some lines of text. */
export function TextArea({ name, label, value, onChange, hint }: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(described) => (
        <textarea
          className="input"
          name={name}
          rows={3}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...described}
        />
      )}
    </Field>
  )
}
