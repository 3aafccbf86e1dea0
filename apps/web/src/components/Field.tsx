import { type ReactNode, useId } from 'react'
import { useForm } from './Form.tsx'

/** What ties a control to its label, hint and problem. */
export interface Described {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A label, a control, and below it a hint or what is wrong. */
export function Field({
  name,
  label,
  hint,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly children: (described: Described) => ReactNode
}) {
  const id = useId()
  const problem = useForm().problems[name]
  const describedBy = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': problem ? true : undefined })}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
