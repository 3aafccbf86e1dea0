import { type ReactNode, useId } from 'react'

/** On or off, at once. */
export function Switch({
  label,
  hint,
  checked,
  unavailable = false,
  onChange,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly unavailable?: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className="switch-row">
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        aria-disabled={unavailable || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          if (!unavailable) onChange(event.target.checked)
        }}
      />
    </div>
  )
}
