import type { CreateQRAnswer } from '@acct/sdk/card'
import { useEffect, useState } from 'react'
import { card } from '../api.ts'
import { Page } from '../app/Page.tsx'
import { useMe } from '../app/session.tsx'
import { Loading } from '../app/states.tsx'
import { useEndedSession } from '../app/useEndedSession.ts'
import { Alert } from '../components/Alert.tsx'
import { Button } from '../components/Button.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

export function QrPage() {
  const { m } = useLanguage()
  return (
    <Page title={m.qr.title} lead={m.qr.lead}>
      <div className="card qr">
        <QrCode />
      </div>
    </Page>
  )
}

/** The code is made once and keeps its name, so that asking for it again changes nothing. */
function QrCode() {
  const { m, sentenceFor } = useLanguage()
  const endSession = useEndedSession()
  const [answer, setAnswer] = useState<CreateQRAnswer>()

  useEffect(() => {
    const controller = new AbortController()
    void card.createQR({ signal: controller.signal }).then((made) => {
      if (!controller.signal.aborted) setAnswer(made)
    })
    return () => controller.abort()
  }, [])

  const isOver = answer?.outcome === 'failed'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the server says so.
  useEffect(() => {
    if (isOver) endSession()
  }, [isOver])

  if (answer === undefined || answer.outcome === 'failed') return <Loading />
  if (answer.outcome !== 'ok') return <Alert>{sentenceFor(answer, m.qr.createQR)}</Alert>
  return <Saved png={answer.headers.get('content-location') ?? ''} />
}

function Saved({ png }: { readonly png: string }) {
  const { m } = useLanguage()
  const { userid } = useMe()
  const say = useToast()
  const svg = png.replace(/\.png$/, '.svg')
  const page = new URL(`/u/${userid}`, location.origin).href
  const copy = async () => {
    await navigator.clipboard.writeText(page)
    say(m.qr.copied)
  }
  return (
    <>
      <img className="qr-code" src={svg} alt={m.qr.alt} width="232" height="232" />
      <a className="value" href={page}>
        {page.replace(/^https?:\/\//, '')}
      </a>
      <div className="buttons">
        <a className="button primary" href={png} download="qr.png">
          {m.qr.png}
        </a>
        <a className="button secondary" href={svg} download="qr.svg">
          {m.qr.svg}
        </a>
        {/* Browsers have a clipboard on HTTPS and on this machine only. */}
        {window.isSecureContext && <Button onClick={copy}>{m.qr.copy}</Button>}
      </div>
    </>
  )
}
