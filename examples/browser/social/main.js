import { createClient } from '@acct/sdk/social'
import { element, explain, onSubmit, showList } from '../ui.js'

const social = createClient({ baseUrl: '/social' })

onSubmit('register', async (fields, say, pressed) => {
  if (pressed === 'send') {
    const answer = await social.sendVerifycode({ phone: fields.phone })
    switch (answer.outcome) {
      case 'ok':
        return say('The code is on its way.')
      case 'phoneInvalid':
        return say(answer.body.msg, true)
      default:
        return say(explain(answer), true)
    }
  }
  const answer = await social.register(fields)
  switch (answer.outcome) {
    case 'ok':
      return say(`You are number ${answer.body.data.uid}. You can sign in now.`)
    case 'codeWrong':
    case 'phoneInvalid':
    case 'passwordInvalid':
    case 'failed':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('login', async (fields, say) => {
  const answer = await social.login({ user_type: '1', ...fields })
  switch (answer.outcome) {
    case 'ok': {
      const { name, account, phone, email, large_avator } = answer.body.data.user_info
      show({ name, account, phone, email }, large_avator)
      return say('Welcome.')
    }
    case 'invalidCredentials':
    case 'locked':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('picture', async (_fields, say) => {
  const image = element('picture', HTMLFormElement).image.files[0]
  const sent = element('sent', HTMLProgressElement)
  const answer = await social.updateAvatar(
    { image },
    { timeout: 60_000, onUploadProgress: (bytes, total) => Object.assign(sent, { value: bytes / total }) },
  )
  switch (answer.outcome) {
    case 'ok':
      element('avatar', HTMLImageElement).src = answer.body.data.avator
      return say('Your picture is set.')
    case 'pictureInvalid':
    case 'pictureTooLarge':
    case 'pictureTooSmall':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('update', async (fields, say) => {
  const changes = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  const answer = await social.updateInfo(changes)
  switch (answer.outcome) {
    case 'ok': {
      const { name, phone, email, large_avator } = answer.body.data
      show({ name, phone, email }, large_avator)
      return say('Saved.')
    }
    case 'phoneTaken':
    case 'emailTaken':
      return say(answer.body.msg, true)
    default:
      return say(explain(answer), true)
  }
})

/**
 * @param {Record<string, unknown>} info
 * @param {string} avatar
 */
function show(info, avatar) {
  element('avatar', HTMLImageElement).src = avatar
  showList('info', info)
  for (const id of ['profile', 'picture', 'update']) element(id, HTMLElement).hidden = false
  for (const id of ['register', 'login']) element(id, HTMLElement).hidden = true
}
