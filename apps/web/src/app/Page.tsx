import { type ReactNode, useEffect, useRef } from 'react'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

/** Whether a page was shown before: on the first one the focus stays where the browser has it. */
let isFirst = true

/**
 * A page: its title in the window and as its heading, which gets the focus when one comes from another page, so that
 * keyboards go on and screen readers begin there.
 */
export function Page({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}) {
  const { m } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${m.brand}`
  }, [title, m])
  useEffect(() => {
    if (!isFirst) heading.current?.focus()
    isFirst = false
  }, [])
  return (
    <>
      <header className="page-header">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="lead">{lead}</p>}
      </header>
      {children}
    </>
  )
}

/** A part of a page on a surface of its own. */
export function Card({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className="card">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}
