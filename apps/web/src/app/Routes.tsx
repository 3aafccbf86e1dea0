import { lazy, type ReactNode, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter'
import { HomePage } from '../pages/home.tsx'
import { SignInPage } from '../pages/signIn.tsx'
import { Layout } from './Layout.tsx'
import { nextFrom, signInFor } from './next.ts'
import { useSession } from './session.tsx'
import { Loading, NotFound, Unreachable } from './states.tsx'

const SignUpPage = lazy(async () => ({ default: (await import('../pages/signUp.tsx')).SignUpPage }))
const ForgotPage = lazy(async () => ({ default: (await import('../pages/forgot.tsx')).ForgotPage }))
const ProfilePage = lazy(async () => ({ default: (await import('../pages/profile.tsx')).ProfilePage }))
const AddressesPage = lazy(async () => ({ default: (await import('../pages/addresses.tsx')).AddressesPage }))
const SecurityPage = lazy(async () => ({ default: (await import('../pages/security.tsx')).SecurityPage }))
const PrivacyPage = lazy(async () => ({ default: (await import('../pages/privacy.tsx')).PrivacyPage }))
const PeoplePage = lazy(async () => ({ default: (await import('../pages/people.tsx')).PeoplePage }))
const PersonPage = lazy(async () => ({ default: (await import('../pages/person.tsx')).PersonPage }))
const QrPage = lazy(async () => ({ default: (await import('../pages/qr.tsx')).QrPage }))
const DeletePage = lazy(async () => ({ default: (await import('../pages/delete.tsx')).DeletePage }))

/** Which page is shown, by the address and by who is signed in. */
export function Routes() {
  const { session } = useSession()
  switch (session.state) {
    case 'loading':
      return <Loading />
    case 'unreachable':
      return (
        <Layout signedIn={false}>
          <Unreachable answer={session.answer} />
        </Layout>
      )
    case 'signedOut':
      return <Pages signedIn={false}>{signedOutRoutes}</Pages>
    case 'signedIn':
      return <Pages signedIn>{signedInRoutes}</Pages>
  }
}

function Pages({ signedIn, children }: { readonly signedIn: boolean; readonly children: ReactNode }) {
  return (
    <Layout signedIn={signedIn}>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </Layout>
  )
}

const signedOutRoutes = (
  <Switch>
    <Route path="/" component={SignInPage} />
    <Route path="/account/sign-in" component={SignInPage} />
    <Route path="/account/sign-up" component={SignUpPage} />
    <Route path="/account/forgot" component={ForgotPage} />
    <Route component={ToSignIn} />
  </Switch>
)

const signedInRoutes = (
  <Switch>
    <Route path="/" component={HomePage} />
    <Route path="/account">
      <Redirect to="/" replace />
    </Route>
    <Route path="/account/profile" component={ProfilePage} />
    <Route path="/account/addresses" component={AddressesPage} />
    <Route path="/account/security" component={SecurityPage} />
    <Route path="/account/privacy" component={PrivacyPage} />
    <Route path="/account/people" component={PeoplePage} />
    <Route path="/account/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
    <Route path="/account/qr" component={QrPage} />
    <Route path="/account/delete" component={DeletePage} />
    <Route path="/account/sign-in" component={Onwards} />
    <Route path="/account/sign-up" component={Onwards} />
    <Route path="/account/forgot" component={Onwards} />
    <Route component={NotFound} />
  </Switch>
)

/** A page for those signed in: they sign in first, and come back to it. */
function ToSignIn() {
  const [location] = useLocation()
  return <Redirect to={signInFor(location)} replace />
}

/** Signed in, the ways in lead on to where one wanted to go. */
function Onwards() {
  return <Redirect to={nextFrom(useSearch())} replace />
}
