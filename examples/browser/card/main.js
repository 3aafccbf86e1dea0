import { createClient } from '@acct/sdk/card'
import { element, explain, onSubmit, showList } from '../ui.js'

const card = createClient({ baseUrl: '/card' })

onSubmit('register', async (fields, say) => {
  const answer = await card.register(fields)
  switch (answer.outcome) {
    case 'ok':
      return say(`${answer.body.msg}. You can sign in now.`)
    case 'failed': // the name is taken, or a field breaks its rule: this API does not say which
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('login', async (fields, say) => {
  const answer = await card.login(fields)
  switch (answer.outcome) {
    case 'ok':
      say(answer.body.msg)
      return showProfile()
    case 'invalidCredentials':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('update', async (fields, say) => {
  const picture = element('update', HTMLFormElement).avatar.files[0]
  // What was left empty stays as it is: this API changes what it is given.
  const changes = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  const answer = await card.updateInfo(picture ? { ...changes, avatar: picture } : changes)
  switch (answer.outcome) {
    case 'ok':
      say(answer.body.msg)
      return showProfile()
    case 'failed':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('actions', async (_fields, say, pressed) => {
  const answer = pressed === 'qr' ? await card.createQR() : await card.logout()
  if (answer.outcome !== 'ok') return say(explain(answer), true)
  say(answer.body.msg)
  if (pressed === 'qr') showQr(answer.headers.get('content-location'))
  else await showProfile()
})

/** @param {string | null} url */
function showQr(url) {
  const picture = element('qr', HTMLImageElement)
  picture.hidden = url === null
  if (url) picture.src = new URL(url).pathname
}

/** Shows who is signed in; nobody is an outcome like any other. */
async function showProfile() {
  const answer = await card.getInfo()
  const signedIn = answer.outcome === 'ok'
  for (const id of ['profile', 'update', 'actions']) element(id, HTMLElement).hidden = !signedIn
  for (const id of ['register', 'login']) element(id, HTMLElement).hidden = signedIn
  if (!signedIn) return showQr(null)
  const { avatar, nickname, username, age, telephone, signature } = answer.body
  element('avatar', HTMLImageElement).src = avatar
  showList('info', { Nickname: nickname, Username: username, Age: age, Number: telephone, Signature: signature })
}

await showProfile()
