import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Icon } from '../components/Icon.tsx'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { languages } from '../i18n/language.ts'
import { sections } from './sections.ts'
import { useSignOut } from './useSignOut.ts'

/** What is around every page: the name of the place, the language, and for those signed in the way to the other pages. */
export function Layout({ signedIn, children }: { readonly signedIn: boolean; readonly children: ReactNode }) {
  const { m } = useLanguage()
  return (
    <>
      <a className="skip" href="#main">
        {m.skip}
      </a>
      <TopBar signedIn={signedIn} />
      <div className={signedIn ? 'shell' : 'door'}>
        {signedIn && <SideBar />}
        <main id="main" className="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}

function TopBar({ signedIn }: { readonly signedIn: boolean }) {
  const { m, language, setLanguage } = useLanguage()
  const [location] = useLocation()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <header className="top">
      <div className="top-content">
        {signedIn && location !== '/' && (
          <Link className="icon-button back" href={location.startsWith('/account/people/') ? '/account/people' : '/'}>
            <Icon name="back" />
            <span className="visually-hidden">{m.back}</span>
          </Link>
        )}
        <Link className="brand" href="/">
          <span className="brand-mark">
            <Icon name="profile" />
          </span>
          {m.brand}
        </Link>
        <button
          className="button quiet language"
          type="button"
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => setLanguage(other)}
        >
          <Icon name="language" />
          {languages[other]}
        </button>
      </div>
    </header>
  )
}

function SideBar() {
  const { m } = useLanguage()
  const { busy, signOut } = useSignOut()
  const [location] = useLocation()
  return (
    <nav className="side" aria-label={m.menu}>
      {sections.map(({ name, path }) => {
        const isHere = path === '/' ? location === '/' : location.startsWith(path)
        return (
          <Link key={name} href={path} aria-current={isHere ? 'page' : undefined}>
            <Icon name={name} />
            {m.nav[name]}
          </Link>
        )
      })}
      <button type="button" aria-disabled={busy || undefined} onClick={busy ? undefined : signOut}>
        <Icon name="signOut" />
        {m.signOut}
      </button>
    </nav>
  )
}
