import { useState } from 'react'
import { formatPhone } from '../address.ts'
import { Page } from '../app/Page.tsx'
import { useMe, useSession } from '../app/session.tsx'
import { Loading } from '../app/states.tsx'
import { Alert, Note } from '../components/Alert.tsx'
import { Avatar } from '../components/Avatar.tsx'
import { Button, ButtonLink } from '../components/Button.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { FollowDialog, useFollow } from '../people/FollowDialog.tsx'
import { groupLabel, groupOf } from '../people/groups.ts'
import { PersonList } from '../people/PersonList.tsx'
import { type Person, usePerson } from '../people/person.ts'
import { nameOf } from '../people/shown.ts'
import { whoFrom } from '../people/whoFrom.ts'
import '../styles/people.css'

/** Somebody’s profile, as far as they show it to the reader, and the button to follow them. */
export function PersonPage({ id }: { readonly id: string }) {
  const who = whoFrom(id)
  return who === undefined ? <Missing /> : <Known id={who} />
}

function Missing() {
  const { m } = useLanguage()
  return (
    <Page title={m.social.person.missing}>
      <section className="card">
        <p>{m.social.person.missingText}</p>
        <ButtonLink href="/account/people">{m.social.person.toPeople}</ButtonLink>
      </section>
    </Page>
  )
}

function Known({ id }: { readonly id: number }) {
  const { m, sentenceFor } = useLanguage()
  const { end } = useSession()
  const found = usePerson(id, { fresh: true })
  switch (found?.kind) {
    case undefined:
      return <Loading />
    case 'missing':
      return <Missing />
    case 'signedOut':
      end()
      return <Loading />
    case 'failed':
      return (
        <Page title={m.social.person.title}>
          <Alert>{sentenceFor(found.answer, {})}</Alert>
        </Page>
      )
    case 'person':
      return <Profile person={found.person} />
  }
}

function Profile({ person }: { readonly person: Person }) {
  const { m } = useLanguage()
  const me = useMe()
  const { id, username, avatar, signature, gender, phone, email, birthday, follows, fans } = person
  const name = nameOf(person) ?? m.social.people.unknown(id)
  const details = [
    [m.social.person.gender, gender && (gender === 'm' ? m.profile.male : m.profile.female)],
    [m.social.person.phone, phone && formatPhone(phone)],
    [m.social.person.email, email],
    [m.social.person.birthday, birthday],
  ].filter(([, value]) => value)
  return (
    <Page title={name}>
      <section className="card profile-card">
        <Avatar url={avatar} size={80} />
        {username && username !== name && <p className="hint">@{username}</p>}
        {signature && <p>{signature}</p>}
        {details.length > 0 && (
          <dl className="details">
            {details.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {id === me.userid ? <Self /> : <FollowControl id={id} name={name} />}
        <a href={`/u/${id}`}>{m.social.person.publicPage}</a>
      </section>
      {me.level === 0 && <Note>{m.social.person.levelTooLow}</Note>}
      {follows.length > 0 && (
        <section className="card">
          <h2>{m.social.person.follows(follows.length)}</h2>
          <PersonList ids={follows} />
        </section>
      )}
      {fans.length > 0 && (
        <section className="card">
          <h2>{m.social.person.fans(fans.length)}</h2>
          <PersonList ids={fans} />
        </section>
      )}
    </Page>
  )
}

function Self() {
  const { m } = useLanguage()
  return (
    <>
      <p className="hint">{m.social.person.self}</p>
      <ButtonLink href="/account/profile">{m.social.person.editProfile}</ButtonLink>
    </>
  )
}

function FollowControl({ id, name }: { readonly id: number; readonly name: string }) {
  const { m } = useLanguage()
  const group = groupOf(id, useMe())
  const follow = useFollow()
  const [managing, setManaging] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const start = async () => {
    setBusy(true)
    setProblem((await follow(id, 'default'))?.text)
    setBusy(false)
  }
  return (
    <>
      {group === undefined ? (
        <Button look="primary" unavailable={busy} onClick={start}>
          {m.social.people.follow}
        </Button>
      ) : (
        <Button onClick={() => setManaging(true)}>
          {m.social.people.following} · {groupLabel(group, m)}
        </Button>
      )}
      {problem && <Alert>{problem}</Alert>}
      {managing && <FollowDialog id={id} name={name} onClose={() => setManaging(false)} />}
    </>
  )
}
