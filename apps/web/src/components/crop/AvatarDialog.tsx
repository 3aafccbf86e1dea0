import { useEffect, useRef, useState } from 'react'
import { community } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { useEndedSession } from '../../app/useEndedSession.ts'
import { useLanguage } from '../../i18n/LanguageProvider.tsx'
import { Alert } from '../Alert.tsx'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { useToast } from '../Toast.tsx'
import { Cropper } from './Cropper.tsx'
import { drawn, placement, wholeCrop } from './crop.ts'

/** An upload over a slow connection takes its time. */
const uploadTimeout = 120_000

/** Crops a picture, shows how it will look, and uploads it, telling how far it is. */
export function AvatarDialog({
  picture,
  onClose,
}: {
  readonly picture: HTMLImageElement
  readonly onClose: () => void
}) {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const endSession = useEndedSession()
  const say = useToast()
  const size = { width: picture.naturalWidth, height: picture.naturalHeight }
  const [crop, setCrop] = useState(() => wholeCrop(size))
  /** How much is sent, from 0 to 1; undefined while nothing is. */
  const [progress, setProgress] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const upload = useRef(new AbortController())
  useEffect(() => () => upload.current.abort(), [])

  const send = async () => {
    setProblem(undefined)
    setProgress(0)
    upload.current = new AbortController()
    const avatar = await drawn(picture, crop)
    if (avatar === null) {
      setProgress(undefined)
      return setProblem(m.avatar.notAPicture)
    }
    const answer = await community.setOwnInfo(
      { avatar },
      {
        signal: upload.current.signal,
        timeout: uploadTimeout,
        onUploadProgress: (sent, total) => setProgress(sent / total),
      },
    )
    setProgress(undefined)
    switch (answer.outcome) {
      case 'ok':
        await reload()
        say(m.avatar.uploaded)
        return onClose()
      case 'notSignedIn':
        return endSession()
      case 'aborted':
        return
      case 'contentRefused':
        return setProblem(m.profile.refused.avatar)
      default:
        return setProblem(sentenceFor(answer, m.profile.setOwnInfo))
    }
  }

  const isSending = progress !== undefined
  return (
    <Dialog title={m.avatar.title} onClose={onClose}>
      <Cropper src={picture.src} size={size} crop={crop} onChange={setCrop} />
      <div className="crop-preview">
        <span>{m.avatar.preview}</span>
        {['large', 'small'].map((name) => (
          <div key={name} className={`crop-window ${name}`}>
            <img src={picture.src} alt="" style={placement(crop, size)} />
          </div>
        ))}
      </div>
      {isSending && (
        <label className="progress">
          <span>
            {m.avatar.uploading} {Math.round(progress * 100)}%
          </span>
          <progress value={progress} />
        </label>
      )}
      {problem && <Alert>{problem}</Alert>}
      <div className="buttons">
        <Button look="primary" unavailable={isSending} onClick={send}>
          {m.avatar.upload}
        </Button>
        <Button look="quiet" onClick={isSending ? () => upload.current.abort() : onClose}>
          {m.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
