import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { formatAddress } from '../address.ts'
import { community } from '../api.ts'
import { useOwnAddresses } from '../app/ownAddresses.ts'
import { Page } from '../app/Page.tsx'
import { sections } from '../app/sections.ts'
import { useMe } from '../app/session.tsx'
import { Note } from '../components/Alert.tsx'
import { Avatar } from '../components/Avatar.tsx'
import { Icon } from '../components/Icon.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { type Privacy, privacyFrom } from '../people/privacy.ts'
import { nameOf } from '../people/shown.ts'
import '../styles/people.css'

/** Who one is here, what may need a hand, and the way to everything else. On a phone this is the menu. */
export function HomePage() {
  const { m } = useLanguage()
  const me = useMe()
  const own = useOwnAddresses()
  const says = useSayings()
  const name = nameOf(me)
  const hasVerified = own?.phone?.verified || own?.email?.verified
  return (
    <Page title={name === undefined ? m.social.home.nameless : m.social.home.hello(name)}>
      <section className="card identity">
        <Avatar url={me.avatar} size={80} />
        <div>
          <p className="identity-name">{me.name || m.social.home.noName}</p>
          {me.username && <p className="hint">@{me.username}</p>}
          <p className="hint">{m.social.home.id(me.userid)}</p>
          <p>
            <a href={`/u/${me.userid}`}>{m.social.home.publicPage}</a>
          </p>
        </div>
      </section>
      {own && !hasVerified && (
        <Note>
          <p>{me.phone || me.mail ? m.social.home.unverified : m.social.home.noAddress}</p>
          <Link href="/account/addresses">{m.social.home.addAddress}</Link>
        </Note>
      )}
      <ul className="card menu">
        {sections.map(
          (section) =>
            section.name !== 'home' && (
              <li key={section.name}>
                <Link href={section.path}>
                  <Icon name={section.name} />
                  <span className="menu-text">
                    <span className="menu-title">{m.nav[section.name]}</span>
                    <span className="hint">{says[section.name]}</span>
                  </span>
                  <Icon name="next" />
                </Link>
              </li>
            ),
        )}
      </ul>
    </Page>
  )
}

/** A line about each page: what is so now, where that is known. */
function useSayings(): Readonly<Record<Exclude<(typeof sections)[number]['name'], 'home'>, string>> {
  const { m } = useLanguage()
  const { name, phone, mail, follows, fans } = useMe()
  const privacy = usePrivacy()
  const followed = follows.reduce((count, { user_ids }) => count + user_ids.length, 0)
  const addresses = [phone === '' ? [] : formatAddress({ kind: 'phone', value: phone }), mail === '' ? [] : mail].flat()
  const { short, separator, hidden, shown } = { ...m.social.home, short: m.social.privacy.short }
  const visible = privacy && (Object.keys(short) as (keyof Privacy)[]).filter((part) => privacy[part])
  return {
    profile: name || m.social.home.noName,
    addresses: addresses.join(separator) || m.unset,
    security: m.social.home.security,
    privacy:
      visible === undefined
        ? ''
        : visible.length === 0
          ? hidden
          : shown(visible.map((part) => short[part]).join(separator)),
    people: m.social.home.people(followed, fans.length),
    qr: m.social.home.qr,
    delete: m.social.delete.lead,
  }
}

/** What others see; undefined until it is known. It is only told here, so a failure is no matter. */
function usePrivacy(): Privacy | undefined {
  const [privacy, setPrivacy] = useState<Privacy>()
  useEffect(() => {
    let current = true
    void community.getUserHomepagePrivacySettings().then((answer) => {
      if (current && answer.outcome === 'ok') setPrivacy(privacyFrom(answer.body))
    })
    return () => {
      current = false
    }
  }, [])
  return privacy
}
