import { type ReactNode, useEffect, useRef } from 'react'

/** Something went wrong: read out at once, and brought into sight. */
export function Alert({ children }: { readonly children: ReactNode }) {
  const alert = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // Not as the effect’s own value: newer browsers answer a promise here, and React would take it for a clean-up.
    alert.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <p ref={alert} className="alert" role="alert">
      {children}
    </p>
  )
}

/** Something to know, without haste. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <div className="note">{children}</div>
}
