import type { ReactNode } from 'react'

/** Something went wrong: read out at once. */
export function Alert({ children }: { readonly children: ReactNode }) {
  return (
    <p className="alert" role="alert">
      {children}
    </p>
  )
}

/** Something to know, without haste. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <div className="note">{children}</div>
}
