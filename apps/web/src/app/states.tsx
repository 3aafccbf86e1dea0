import { Component, type ReactNode, useEffect, useState } from 'react'
import { Button, ButtonLink } from '../components/Button.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import type { Failure } from '../i18n/outcomes.ts'
import { Card, Page } from './Page.tsx'
import { useSession } from './session.tsx'

/** Says that something is on its way, once it takes long enough to be noticed. */
export function Loading() {
  const { m } = useLanguage()
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{m.loading}</span>
    </div>
  )
}

/** The server can not be asked who is signed in. */
export function Unreachable({ answer }: { readonly answer: Failure }) {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const [busy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    await reload()
    setBusy(false)
  }
  return (
    <Page title={m.unreachable.title}>
      <Card>
        <p role="alert">{sentenceFor(answer, {})}</p>
        <Button look="primary" unavailable={busy} onClick={retry}>
          {m.retry}
        </Button>
      </Card>
    </Page>
  )
}

export function NotFound() {
  const { m } = useLanguage()
  return (
    <Page title={m.notFound.title}>
      <Card>
        <p>{m.notFound.text}</p>
        <ButtonLink href="/">{m.notFound.home}</ButtonLink>
      </Card>
    </Page>
  )
}

/** Catches what a page throws, also that a part of it could not be loaded, and offers to begin anew. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { m } = useLanguage()
  useEffect(() => {
    document.title = m.brand
  }, [m])
  return (
    <main className="door">
      <div className="main">
        <Card>
          <h1>{m.broken.title}</h1>
          <p role="alert">{m.broken.text}</p>
          <Button look="primary" onClick={() => location.reload()}>
            {m.broken.reload}
          </Button>
        </Card>
      </div>
    </main>
  )
}
