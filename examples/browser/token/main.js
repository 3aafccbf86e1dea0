import { createClient } from '@acct/sdk/token'
import { keepTokens, localTokens } from '@acct/sdk/token/keep'
import { element, explain, onSubmit, showList } from '../ui.js'

// Without cookies: the tokens are all there is, in localStorage, for every tab and after a restart.
const client = createClient({ baseUrl: '/token', credentials: 'omit' })
const account = keepTokens(client, localTokens())

onSubmit('register', async (fields, say, pressed) => {
  if (pressed === 'send') {
    const answer = await client.sendRegisterCode({ phone: fields.phone })
    switch (answer.outcome) {
      case 'ok':
        return say('The code is on its way.')
      case 'phoneMissing':
      case 'phoneTaken':
      case 'phoneInvalid':
        return say(answer.body.data, true)
      default:
        return say(explain(answer), true)
    }
  }
  const answer = await client.register(fields)
  switch (answer.outcome) {
    case 'badRequest':
    case 'forbidden':
    case 'payloadTooLarge':
    case 'unsupportedMediaType':
    case 'tooManyRequests':
    case 'internalError':
    case 'unavailable':
    case 'invalidRequest':
    case 'networkError':
    case 'timeout':
    case 'aborted':
    case 'undocumentedAnswer':
      return say(explain(answer), true)
    default: // success and every refusal: this API says them all in words for people
      return say(answer.body.data, answer.outcome !== 'ok')
  }
})

// Asks while people type, and drops the answers that come too late.
let asked = new AbortController()
element('register', HTMLFormElement).username.addEventListener('input', async (/** @type {InputEvent} */ event) => {
  asked.abort()
  asked = new AbortController()
  const { value } = /** @type {HTMLInputElement} */ (event.target)
  const answer = await client.checkUsername({ username: value }, { signal: asked.signal })
  if (answer.outcome === 'aborted') return
  const known = {
    ok: 'This name is free.',
    usernameTaken: 'This name is taken.',
    usernameTooLong: 'This name is too long.',
  }
  element('free', HTMLElement).textContent = Object.entries(known).find(([name]) => name === answer.outcome)?.[1] ?? ''
})

onSubmit('login', async (fields, say) => {
  const answer = await account.login(fields)
  switch (answer.outcome) {
    case 'ok':
      return showSelf()
    case 'loginNameMissing':
    case 'passwordMissing':
    case 'invalidCredentials':
      return say(answer.body.data, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('statement', async (fields, say) => {
  const answer = await account.setStatement(fields)
  switch (answer.outcome) {
    case 'ok':
      say('Saved.')
      return showSelf()
    case 'tooLong':
    case 'refused':
      return say(answer.body.data, true)
    case 'tokenMissing':
    case 'tokenInvalid': // the session is over, and the tokens are forgotten by now
      return showSelf()
    default:
      return say(explain(answer), true)
  }
})

onSubmit('logout', async () => {
  await account.signOut()
  await showSelf()
})

async function showSelf() {
  const answer = await account.getSelf({})
  const signedIn = answer.outcome === 'ok'
  for (const id of ['profile', 'statement', 'logout']) element(id, HTMLElement).hidden = !signedIn
  for (const id of ['register', 'login']) element(id, HTMLElement).hidden = signedIn
  if (!signedIn) return
  const { Uid, Username, Phone, Email, RegDate, Statement } = answer.body.data
  const since = new Date(RegDate).toLocaleString()
  showList('info', { Id: Uid, Name: Username, Number: Phone, 'E-mail': Email, Since: since, Signature: Statement })
}

await showSelf()
