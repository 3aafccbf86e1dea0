import { useState } from 'react'
import { community } from '../api.ts'
import { useSession } from '../app/session.tsx'
import { useEndedSession } from '../app/useEndedSession.ts'
import { Button, SubmitButton } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'
import { TextField } from '../components/TextField.tsx'
import { useToast } from '../components/Toast.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'

/** Characters of a group’s name, as the server counts them. */
const longestName = 20

export function NewGroupDialog({ onClose }: { readonly onClose: () => void }) {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const endSession = useEndedSession()
  const say = useToast()
  const [name, setName] = useState('')

  const submit = async () => {
    const group_name = name.trim()
    if (group_name === '' || Array.from(group_name).length > longestName)
      return { name: m.social.people.groupNameMissing }
    const answer = await community.addFollowGroup({ group_name })
    switch (answer.outcome) {
      case 'ok':
        await reload()
        say(m.social.people.groupAdded(answer.body.group_name))
        return void onClose()
      case 'notSignedIn':
        return void endSession()
      case 'groupTaken':
        return { name: sentenceFor(answer, m.social.people.addFollowGroup) }
      case 'badRequest':
        // Of a text as the name only this can be meant.
        return { form: m.social.people.tooManyGroups }
      default:
        return { form: sentenceFor(answer, m.social.people.addFollowGroup) }
    }
  }

  return (
    <Dialog title={m.social.people.newGroup} onClose={onClose}>
      <Form onSubmit={submit} label={m.social.people.newGroup}>
        <TextField
          name="name"
          label={m.social.people.groupName}
          hint={m.social.people.groupNameHint}
          value={name}
          onChange={setName}
          autoComplete="off"
        />
        <SubmitButton>{m.social.people.addGroup}</SubmitButton>
      </Form>
    </Dialog>
  )
}

export function DeleteGroupDialog({
  name,
  members,
  onClose,
}: {
  readonly name: string
  /** How many are in it, and will not be followed any more. */
  readonly members: number
  readonly onClose: () => void
}) {
  const { m, sentenceFor } = useLanguage()
  const { reload } = useSession()
  const endSession = useEndedSession()
  const say = useToast()

  const submit = async () => {
    const answer = await community.deleteFollowGroup({ group_name: name })
    switch (answer.outcome) {
      case 'ok':
      case 'groupMissing':
        onClose()
        await reload()
        say(m.social.people.groupDeleted(name))
        return undefined
      case 'notSignedIn':
        return void endSession()
      default:
        return { form: sentenceFor(answer, m.social.people.deleteFollowGroup) }
    }
  }

  return (
    <Dialog title={m.social.people.deleteThisGroup(name)} onClose={onClose}>
      <p>{m.social.people.deleteGroupText(members)}</p>
      <Form onSubmit={submit} label={m.social.people.deleteThisGroup(name)}>
        <div className="buttons end">
          <Button onClick={onClose}>{m.cancel}</Button>
          <SubmitButton look="danger">{m.social.people.deleteGroup}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
