import type { MouseEventHandler, ReactNode } from 'react'
import { Link } from 'wouter'
import { useForm } from './Form.tsx'

type Look = 'primary' | 'secondary' | 'quiet' | 'danger'

/** A button that does something by itself. Unavailable it keeps the focus, and says that it is. */
export function Button({
  look = 'secondary',
  unavailable = false,
  onClick,
  children,
}: {
  readonly look?: Look
  readonly unavailable?: boolean
  readonly onClick: MouseEventHandler<HTMLButtonElement>
  readonly children: ReactNode
}) {
  return (
    <button
      className={`button ${look}`}
      type="button"
      aria-disabled={unavailable || undefined}
      onClick={(event) => {
        if (!unavailable) onClick(event)
      }}
    >
      {children}
    </button>
  )
}

/** The button that sends the form around it. */
export function SubmitButton({ look = 'primary', children }: { readonly look?: Look; readonly children: ReactNode }) {
  const { busy } = useForm()
  return (
    <button className={`button ${look}`} type="submit" aria-disabled={busy || undefined} aria-busy={busy}>
      {children}
    </button>
  )
}

/** A link to a page of ours that looks like a button. */
export function ButtonLink({
  href,
  look = 'secondary',
  children,
}: {
  readonly href: string
  readonly look?: Look
  readonly children: ReactNode
}) {
  return (
    <Link className={`button ${look}`} href={href}>
      {children}
    </Link>
  )
}
