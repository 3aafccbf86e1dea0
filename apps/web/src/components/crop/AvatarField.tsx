import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useMe } from '../../app/session.tsx'
import { useLanguage } from '../../i18n/LanguageProvider.tsx'
import { Alert } from '../Alert.tsx'
import { Avatar } from '../Avatar.tsx'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { AvatarDialog } from './AvatarDialog.tsx'
import { smallestSide } from './crop.ts'

/** One’s own picture, and the way to another one: choosing a file opens the crop. */
export function AvatarField() {
  const { m } = useLanguage()
  const me = useMe()
  const input = useRef<HTMLInputElement>(null)
  const [picture, setPicture] = useState<HTMLImageElement>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => () => URL.revokeObjectURL(picture?.src ?? ''), [picture])

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    // So that the same file can be chosen again.
    event.target.value = ''
    if (file === undefined) return
    const chosen = new Image()
    chosen.src = URL.createObjectURL(file)
    try {
      await chosen.decode()
    } catch {
      URL.revokeObjectURL(chosen.src)
      return setProblem(m.avatar.notAPicture)
    }
    if (Math.min(chosen.naturalWidth, chosen.naturalHeight) < smallestSide) {
      URL.revokeObjectURL(chosen.src)
      return setProblem(m.avatar.tooSmall)
    }
    setProblem(undefined)
    setPicture(chosen)
  }

  return (
    <>
      <div className="row">
        <Avatar url={me.avatar} size={80} alt={m.avatar.label} />
        <div className="row-text">
          <input ref={input} hidden type="file" accept="image/jpeg,image/png,image/webp,image/gif" onChange={choose} />
          <Button onClick={() => input.current?.click()}>
            <Icon name="camera" />
            {m.avatar.change}
          </Button>
        </div>
      </div>
      {problem && <Alert>{problem}</Alert>}
      {picture && <AvatarDialog picture={picture} onClose={() => setPicture(undefined)} />}
    </>
  )
}
