import { useState } from 'react'
import { useMe } from '../app/session.tsx'
import { SubmitButton } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { useFollow } from './FollowDialog.tsx'
import { groupOptions } from './groups.ts'
import { whoFrom } from './whoFrom.ts'

/** Follows somebody by their id, or by a link that one was sent or scanned. */
export function NewFollowDialog({ onClose }: { readonly onClose: () => void }) {
  const { m } = useLanguage()
  const me = useMe()
  const follow = useFollow()
  const [who, setWho] = useState('')
  const [group, setGroup] = useState('default')

  const submit = async () => {
    const id = whoFrom(who)
    if (id === undefined) return { who: m.social.people.whoMissing }
    const failure = await follow(id, group)
    if (failure === undefined) return void onClose()
    switch (failure.outcome) {
      case 'alreadyThere':
      case 'accountMissing':
        return { who: failure.text }
      case 'groupMissing':
        return { group: failure.text }
      default:
        return { form: failure.text }
    }
  }

  return (
    <Dialog title={m.social.people.followSomebody} onClose={onClose}>
      <Form onSubmit={submit} label={m.social.people.followSomebody}>
        <TextField
          name="who"
          label={m.social.people.who}
          hint={m.social.people.whoHint}
          value={who}
          onChange={setWho}
          autoComplete="off"
          spellCheck={false}
        />
        <SelectField
          name="group"
          label={m.social.people.group}
          value={group}
          onChange={setGroup}
          options={groupOptions(me, m)}
        />
        <SubmitButton>{m.social.people.follow}</SubmitButton>
      </Form>
    </Dialog>
  )
}
