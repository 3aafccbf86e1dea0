import { createClient } from '@acct/sdk/phone'
import { element, explain, onSubmit } from '../ui.js'

const client = createClient({ baseUrl: '/phone' })

/** This API ends a session by the id that the login answered; the id names the account and proves nothing. */
let userId = Number(localStorage.getItem('user_id') ?? 0)

onSubmit('register', async ({ phone = '', code }, say, pressed) => {
  if (pressed === 'send') {
    const answer = await client.sendRegisterCode({ phone_number: phone })
    return answer.outcome === 'ok' ? say(answer.body.msg) : say(explain(answer), true)
  }
  const answer = await client.registerPhone({ phone_number: phone, identifying_code: code })
  switch (answer.outcome) {
    case 'ok':
      return say('Your account is made. You can sign in now.')
    case 'failed': // wrong or expired code, or a number that has an account
      return say('That was not the code, or the number has an account.', true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('login', async ({ phone = '', code }, say, pressed) => {
  if (pressed === 'send') {
    const answer = await client.sendLoginCode({ phone_number: phone })
    switch (answer.outcome) {
      case 'ok':
        return say(answer.body.msg)
      case 'unknownAccount':
        return say('No account has this number.', true)
      case 'alreadySignedIn':
        return signedInAs(answer.body.user_id)
      default:
        return say(explain(answer), true)
    }
  }
  const answer = await client.loginPhone({ phone_number: phone, identifying_code: code })
  switch (answer.outcome) {
    case 'ok':
      say(answer.body.msg)
      return signedInAs(answer.body.user_id)
    case 'codeWrong':
    case 'codeExpired':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('password', async ({ phone = '', code, password }, say, pressed) => {
  if (pressed === 'send') {
    const answer = await client.sendResetCode({ phone_number: phone })
    return answer.outcome === 'ok' ? say(answer.body.msg) : say(explain(answer), true)
  }
  const request = { phone_number: phone, account: phone, identifying: code, new_password: password }
  const answer = await client.forgetPassword(request)
  switch (answer.outcome) {
    case 'ok':
      say('The new password holds, and you are signed in.')
      return signedInAs(answer.body.user_id)
    case 'codeWrong':
    case 'codeExpired':
    case 'userNotFound':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('logout', async (_fields, say) => {
  const answer = await client.logout({ user_id: userId })
  // 'failed' means that there was no session to end: just as well.
  if (answer.outcome === 'ok' || answer.outcome === 'failed') return signedInAs(0)
  say(explain(answer), true)
})

/** @param {number} id 0 is nobody */
function signedInAs(id) {
  userId = id
  localStorage.setItem('user_id', String(id))
  element('logout', HTMLFormElement).hidden = id === 0
}

signedInAs(userId)
