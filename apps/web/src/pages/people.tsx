import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Page } from '../app/Page.tsx'
import { useMe } from '../app/session.tsx'
import { Alert } from '../components/Alert.tsx'
import { Button } from '../components/Button.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { FollowDialog, useFollow } from '../people/FollowDialog.tsx'
import { DeleteGroupDialog, NewGroupDialog } from '../people/GroupDialogs.tsx'
import { groupLabel, groupOf, isOwnGroup } from '../people/groups.ts'
import { NewFollowDialog } from '../people/NewFollowDialog.tsx'
import { PersonList } from '../people/PersonList.tsx'
import '../styles/people.css'

/** Whom one follows, in groups, and who follows one. Which of the two is shown is in the address. */
export function PeoplePage() {
  const { m } = useLanguage()
  const { follows, fans } = useMe()
  const [params, setParams] = useSearchParams()
  const shown = params.get('show') === 'fans' ? 'fans' : 'follows'
  const followed = follows.reduce((count, { user_ids }) => count + user_ids.length, 0)
  return (
    <Page title={m.social.people.title}>
      <Segmented
        label={m.social.people.lists}
        value={shown}
        onChange={(show) => setParams(show === 'fans' ? { show } : {}, { replace: true })}
        options={[
          { value: 'follows', label: m.social.people.follows(followed) },
          { value: 'fans', label: m.social.people.fans(fans.length) },
        ]}
      />
      {shown === 'follows' ? <Follows /> : <Fans />}
    </Page>
  )
}

/** Which dialog is open. */
type Open =
  | { readonly what: 'newFollow' | 'newGroup' }
  | { readonly what: 'manage'; readonly id: number; readonly name: string }
  | { readonly what: 'deleteGroup'; readonly name: string; readonly members: number }

function Follows() {
  const { m } = useLanguage()
  const { follows } = useMe()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const isEmpty = follows.every(({ group_name, user_ids }) => user_ids.length === 0 && !isOwnGroup(group_name))
  return (
    <>
      <div className="buttons toolbar">
        <Button look="primary" onClick={() => setOpen({ what: 'newFollow' })}>
          {m.social.people.followSomebody}
        </Button>
        <Button onClick={() => setOpen({ what: 'newGroup' })}>{m.social.people.newGroup}</Button>
      </div>
      {isEmpty ? (
        <section className="card empty">
          <h2>{m.social.people.nobodyFollowed}</h2>
          <p className="hint">{m.social.people.nobodyFollowedText}</p>
        </section>
      ) : (
        follows.map(({ group_name: name, user_ids: ids }) => (
          <section key={name} className="card group">
            <header className="group-header">
              <h2>
                {groupLabel(name, m)} <span className="count">{ids.length}</span>
              </h2>
              {isOwnGroup(name) && (
                <button
                  className="button quiet"
                  type="button"
                  aria-label={m.social.people.deleteThisGroup(name)}
                  onClick={() => setOpen({ what: 'deleteGroup', name, members: ids.length })}
                >
                  {m.social.people.deleteGroup}
                </button>
              )}
            </header>
            {ids.length === 0 ? (
              <p className="hint">{m.social.people.emptyGroup}</p>
            ) : (
              <PersonList
                ids={ids}
                action={(id, who) => (
                  <button
                    className="button secondary small"
                    type="button"
                    aria-label={m.social.people.manageThis(who)}
                    onClick={() => setOpen({ what: 'manage', id, name: who })}
                  >
                    {m.social.people.manage}
                  </button>
                )}
              />
            )}
          </section>
        ))
      )}
      {open?.what === 'newFollow' && <NewFollowDialog onClose={close} />}
      {open?.what === 'newGroup' && <NewGroupDialog onClose={close} />}
      {open?.what === 'manage' && <FollowDialog id={open.id} name={open.name} onClose={close} />}
      {open?.what === 'deleteGroup' && <DeleteGroupDialog name={open.name} members={open.members} onClose={close} />}
    </>
  )
}

function Fans() {
  const { m } = useLanguage()
  const me = useMe()
  const follow = useFollow()
  const [busy, setBusy] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const followBack = async (id: number) => {
    setBusy(id)
    setProblem((await follow(id, 'default'))?.text)
    setBusy(undefined)
  }
  if (me.fans.length === 0) {
    return (
      <section className="card empty spaced">
        <h2>{m.social.people.noFans}</h2>
        <p className="hint">{m.social.people.noFansText}</p>
      </section>
    )
  }
  return (
    <section className="card spaced" aria-label={m.social.people.fans(me.fans.length)}>
      {problem && <Alert>{problem}</Alert>}
      <PersonList
        ids={me.fans}
        action={(id, who) =>
          groupOf(id, me) === undefined ? (
            <button
              className="button secondary small"
              type="button"
              aria-label={`${m.social.people.followBack}: ${who}`}
              aria-disabled={busy === id || undefined}
              onClick={() => busy === undefined && followBack(id)}
            >
              {m.social.people.followBack}
            </button>
          ) : (
            <span className="badge good">{m.social.people.mutual}</span>
          )
        }
      />
    </section>
  )
}
