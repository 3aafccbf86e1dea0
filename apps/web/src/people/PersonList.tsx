import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'wouter'
import { Avatar } from '../components/Avatar.tsx'
import { Button } from '../components/Button.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { usePerson } from './person.ts'
import { nameOf } from './shown.ts'

/** How many are shown at first, and how many more at a time: each of them is asked for by itself. */
const step = 20

/** The server’s own limit: what is longer is cut. */
const longest = 5000

/** People by their ids, each with something to do beside the name. */
export function PersonList({
  ids,
  action,
}: {
  readonly ids: readonly number[]
  readonly action?: (id: number, name: string) => ReactNode
}) {
  const { m } = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(step)
  const left = ids.length - shown
  const showMore = () => {
    flushSync(() => setShown(shown + step))
    // The button moved or is gone: one goes on at the first that came.
    list.current?.children[shown]?.querySelector('a')?.focus()
  }
  return (
    <>
      <ul className="people" ref={list}>
        {ids.slice(0, shown).map((id) => (
          <PersonRow key={id} id={id} action={action} />
        ))}
      </ul>
      {left > 0 && <Button onClick={showMore}>{m.social.people.showMore(Math.min(step, left))}</Button>}
      {left <= 0 && ids.length >= longest && <p className="hint">{m.social.people.cut}</p>}
    </>
  )
}

function PersonRow({
  id,
  action,
}: {
  readonly id: number
  readonly action: ((id: number, name: string) => ReactNode) | undefined
}) {
  const { m } = useLanguage()
  const found = usePerson(id)
  const person = found?.kind === 'person' ? found.person : undefined
  const name = (person && nameOf(person)) ?? m.social.people.unknown(id)
  const second =
    found?.kind === 'missing' ? m.social.people.gone : person?.name && person.username && `@${person.username}`
  return (
    <li className="person" aria-busy={found === undefined}>
      <Link className="person-link" href={`/account/people/${id}`}>
        <Avatar url={person?.avatar ?? ''} size={44} />
        <span className="person-name">
          <span>{found === undefined ? '' : name}</span>
          {second && <span className="hint">{second}</span>}
        </span>
      </Link>
      {action?.(id, name)}
    </li>
  )
}
