// Header, search, navigation and footer around a page.
import { shell } from '@entregent/lib/i18n/shell.ts'
import { type ReactNode, useEffect, useRef } from 'react'
import { Form, Link, NavLink, useLocation } from 'react-router'
import { Arrival } from './arrival.tsx'
import { Avatar, type Pictured } from './avatar.tsx'
import { Live } from './live.tsx'
import { useLocale } from './locale.tsx'
import { SearchBox } from './search-box.tsx'
import { TimeZoneOnce } from './time-zone.tsx'

export function Frame({
  viewer,
  demo,
  bare,
  children,
}: {
  viewer: Pictured | undefined
  demo: boolean
  bare: boolean
  children: ReactNode
}) {
  const t = shell[useLocale()]
  if (bare) return children
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      {demo && <DemoStrip />}
      {viewer && <Live />}
      {viewer && <Arrival />}
      {viewer && <TimeZoneOnce />}
      <header className="top">
        <div>
          <Link className="mark" to="/" aria-label={t.product}>
            entre<i>gent</i>
          </Link>
          {viewer ? <MemberNavigation viewer={viewer} /> : <VisitorNavigation />}
        </div>
      </header>
      {children}
      <footer className="bottom">
        <div>
          <p>{t.hostedBy}</p>
          <LanguageSwitch />
        </div>
      </footer>
    </>
  )
}

function MemberNavigation({ viewer }: { viewer: Pictured }) {
  const t = shell[useLocale()]
  return (
    <>
      <SearchBox />
      <nav className="main-navigation" aria-label={t.mainNavigation}>
        <NavLink to="/" end>
          {t.today}
        </NavLink>
        <NavLink to="/people">{t.people}</NavLink>
        <NavLink to="/network">{t.network}</NavLink>
        <NavLink to="/introductions">{t.introductions}</NavLink>
        <NavLink to="/conversations">{t.conversations}</NavLink>
      </nav>
      <AccountMenu viewer={viewer} />
    </>
  )
}

// Closed again on every page (by its key) and by Escape, which gives the focus back.
function AccountMenu({ viewer }: { viewer: Pictured }) {
  const t = shell[useLocale()]
  const { key } = useLocation()
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const element = menu.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element?.open) return
      element.open = false
      element.querySelector('summary')?.focus()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [key])
  return (
    <details key={key} ref={menu} className="account-menu">
      <summary>
        <Avatar person={viewer} self />
        <span className="visually-hidden">{t.accountNavigation}</span>
      </summary>
      <nav aria-label={t.accountNavigation}>
        <Link to="/profile">{t.profile}</Link>
        <Link to="/settings">{t.settings}</Link>
        <Form method="post" action="/sign-out">
          <button type="submit">{t.signOut}</button>
        </Form>
      </nav>
    </details>
  )
}

function VisitorNavigation() {
  const t = shell[useLocale()]
  return (
    <nav className="visitor-navigation" aria-label={t.mainNavigation}>
      <Link to="/sign-in">{t.signIn}</Link>
      <Link className="button" data-kind="primary" to="/join">
        {t.join}
      </Link>
    </nav>
  )
}

function LanguageSwitch() {
  const locale = useLocale()
  const other = locale === 'en' ? 'fr' : 'en'
  return (
    <Form method="post" action="/language" reloadDocument>
      <button className="quiet" type="submit" name="locale" value={other} lang={other}>
        {shell[locale].otherLanguage}
      </button>
    </Form>
  )
}

function DemoStrip() {
  const t = shell[useLocale()]
  return (
    <aside className="demo-strip" aria-label={t.actingAs}>
      <Link to="/demo">{t.actingAs}</Link>
    </aside>
  )
}
