import { Field } from './Field.tsx'

/** One of a few choices, by the platform’s own list. */
export function SelectField<V extends string>({
  name,
  label,
  value,
  onChange,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly options: readonly { readonly value: V; readonly label: string }[]
}) {
  return (
    <Field name={name} label={label}>
      {(described) => (
        <select
          className="input"
          name={name}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          {...described}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
