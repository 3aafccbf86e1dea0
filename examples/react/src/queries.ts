import { UnwrapError, unwrap } from '@acct/sdk'
import type { LoginRequest, UpdateInfoRequest } from '@acct/sdk/card'
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { card } from './card.ts'

/** Outcomes that may be another one a moment later; all the others are answers, and asking again changes nothing. */
const passing = new Set(['networkError', 'timeout', 'unavailable', 'internalError'])

const outcomeOf = (error: unknown) => (error instanceof UnwrapError ? error.answer.outcome : undefined)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => failures < 3 && passing.has(outcomeOf(error) ?? '') },
  },
})

/** Who is signed in; null is nobody. What else may happen is thrown, for an error boundary or `isError`. */
export const useProfile = () =>
  useQuery({
    queryKey: ['profile'],
    // TanStack's signal ends the call when nobody waits for it any more.
    queryFn: async ({ signal }) => {
      const answer = await card.getInfo({ signal })
      return answer.outcome === 'failed' ? null : unwrap(answer)
    },
  })

/** A change after which the profile is read again. `unwrap` turns every outcome but `ok` into a thrown `UnwrapError`. */
function useChange<Input, Body>(change: (input: Input) => Promise<Body>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['profile'] }),
  })
}

export const useSignIn = () => useChange((credentials: LoginRequest) => unwrap(card.login(credentials)))
export const useUpdate = () => useChange((changes: UpdateInfoRequest) => unwrap(card.updateInfo(changes)))
export const useSignOut = () => useChange(() => unwrap(card.logout()))

/** What to tell people. The documented outcomes bring words of their own; the others get some here. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof UnwrapError)) return 'Something broke on this page.'
  const { outcome, body } = error.answer
  if (outcome === 'tooManyRequests') return 'Too often. Please wait a moment.'
  if (passing.has(outcome)) return 'No answer right now. Please try again.'
  return hasMessage(body) ? body.msg : `That did not work: ${outcome}.`
}

const hasMessage = (body: unknown): body is { msg: string } =>
  typeof body === 'object' && body !== null && 'msg' in body && typeof body.msg === 'string'
