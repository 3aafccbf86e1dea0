import { useState } from 'react'
import { community } from '../api.ts'
import { useMe, useSession } from '../app/session.tsx'
import { useEndedSession } from '../app/useEndedSession.ts'
import { Alert } from '../components/Alert.tsx'
import { Button, SubmitButton } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { groupLabel, groupOf, groupOptions } from './groups.ts'

/** Follows somebody, in a group; says so, or returns what went wrong. Where they are already is where they were to be. */
export function useFollow(): (
  id: number,
  group: string,
) => Promise<{ readonly outcome: string; readonly text: string } | undefined> {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const endSession = useEndedSession()
  const say = useToast()
  return async (id, group) => {
    const answer = await community.addFollow({ id: String(id), group_name: group })
    switch (answer.outcome) {
      case 'ok':
        await reload()
        say(m.social.people.followed(groupLabel(group, m)))
        return undefined
      case 'notSignedIn':
        endSession()
        return undefined
      case 'groupMissing':
        await reload()
        return { outcome: answer.outcome, text: sentenceFor(answer, m.social.people.addFollow) }
      default:
        return { outcome: answer.outcome, text: sentenceFor(answer, m.social.people.addFollow) }
    }
  }
}

/** For somebody who is followed: another group, or to follow them no more. */
export function FollowDialog({
  id,
  name,
  onClose,
}: {
  readonly id: number
  readonly name: string
  readonly onClose: () => void
}) {
  const { m, sentenceFor } = useLanguage()
  const me = useMe()
  const { reload } = useSession()
  const endSession = useEndedSession()
  const say = useToast()
  const follow = useFollow()
  const [group, setGroup] = useState(groupOf(id, me) ?? 'default')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const move = async () => {
    const failure = await follow(id, group)
    if (failure !== undefined && failure.outcome !== 'alreadyThere') return { group: failure.text }
    onClose()
    return undefined
  }

  const unfollow = async () => {
    setBusy(true)
    const answer = await community.cancelFollow({ id: String(id) })
    setBusy(false)
    switch (answer.outcome) {
      case 'ok':
      case 'notFollowed':
      case 'accountMissing':
        onClose()
        await reload()
        return say(m.social.people.unfollowed)
      case 'notSignedIn':
        onClose()
        return endSession()
      default:
        return setProblem(sentenceFor(answer, m.social.people.cancelFollow))
    }
  }

  return (
    <Dialog title={name} onClose={onClose}>
      <Form onSubmit={move} label={m.social.people.manageThis(name)}>
        <SelectField
          name="group"
          label={m.social.people.group}
          value={group}
          onChange={setGroup}
          options={groupOptions(me, m)}
        />
        <SubmitButton>{m.save}</SubmitButton>
      </Form>
      <Button unavailable={busy} onClick={unfollow}>
        {m.social.people.unfollow}
      </Button>
      {problem && <Alert>{problem}</Alert>}
    </Dialog>
  )
}
