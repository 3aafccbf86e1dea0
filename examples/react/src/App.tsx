import type { GetInfoOk } from '@acct/sdk/card'
import type { FormEvent } from 'react'
import { useProfile, useSignIn, useSignOut, useUpdate, wordsFor } from './queries.ts'

export function App() {
  const profile = useProfile()
  if (profile.isPending) return <p>One moment …</p>
  if (profile.isError) return <p role="alert">{wordsFor(profile.error)}</p>
  return profile.data === null ? <SignIn /> : <Profile profile={profile.data} />
}

function SignIn() {
  const signIn = useSignIn()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    signIn.mutate(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>)
  }
  return (
    <form onSubmit={onSubmit}>
      <h1>Sign in</h1>
      <label>
        Username
        <input name="username" autoComplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" disabled={signIn.isPending}>
        Sign in
      </button>
      {signIn.isError && <p role="alert">{wordsFor(signIn.error)}</p>}
    </form>
  )
}

function Profile({ profile }: { profile: GetInfoOk['body'] }) {
  const update = useUpdate()
  const signOut = useSignOut()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    update.mutate({ signature: String(new FormData(event.currentTarget).get('signature')) })
  }
  return (
    <form onSubmit={onSubmit}>
      <img src={profile.avatar} alt="" width={96} height={96} />
      <h1>{profile.nickname ?? profile.username}</h1>
      <p>{profile.signature || 'No signature yet.'}</p>
      <label>
        Signature
        <input name="signature" defaultValue={profile.signature} maxLength={100} />
      </label>
      <button type="submit" disabled={update.isPending}>
        Save
      </button>{' '}
      <button type="button" className="quiet" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
        Sign out
      </button>
      {update.isError && <p role="alert">{wordsFor(update.error)}</p>}
    </form>
  )
}
