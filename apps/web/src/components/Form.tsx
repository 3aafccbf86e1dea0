import { createContext, type FormEvent, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { Alert } from './Alert.tsx'

/** What is wrong, by the name of the field; under `form` what is wrong with no field in particular. */
export type Problems = Readonly<Record<string, string>>

interface FormState {
  readonly busy: boolean
  readonly problems: Problems
  /** For what fails beside the form’s own sending, such as a code that could not be sent. */
  readonly report: (problems: Problems) => void
}

const Context = createContext<FormState | undefined>(undefined)

/**
 * A form whose `onSubmit` says what is wrong, or nothing. Problems show at their fields, the first of them gets the
 * focus, and each goes away once its field is changed. While it is busy it is not sent again.
 */
export function Form({
  onSubmit,
  label,
  children,
}: {
  readonly onSubmit: () => Promise<Problems | undefined>
  readonly label?: string
  readonly children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problems>({})

  useEffect(() => {
    if (Object.keys(problems).some((name) => name !== 'form')) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    }
  }, [problems])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblems({})
    try {
      setProblems((await onSubmit()) ?? {})
    } finally {
      setBusy(false)
    }
  }

  const forget = (event: FormEvent) => {
    const { name } = event.target as HTMLInputElement
    // In a new object only if something changes: the effect above moves the focus.
    if (problems[name] !== undefined) setProblems(({ [name]: _, ...others }) => others)
  }

  return (
    <Context value={{ busy, problems, report: setProblems }}>
      <form ref={form} className="form" noValidate aria-label={label} onSubmit={submit} onInput={forget}>
        {children}
        {problems.form && <Alert>{problems.form}</Alert>}
      </form>
    </Context>
  )
}

/** The form around a field. */
export function useForm(): FormState {
  const state = use(Context)
  if (state === undefined) throw new Error('a field outside of a form')
  return state
}
