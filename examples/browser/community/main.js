import { createClient } from '@acct/sdk/community'
import { element, explain, onSubmit, showList } from '../ui.js'

const community = createClient({ baseUrl: '/community' })

onSubmit('login', async (fields, say, pressed) => {
  if (pressed === 'send') {
    const answer = await community.requestSmsCode({ phone: fields.phone })
    switch (answer.outcome) {
      case 'ok':
        return say('The code is on its way.')
      case 'phoneInvalid':
      case 'phoneMissing':
        return say('That is no mobile number: country code and number, without +.', true)
      case 'tooOften':
        return say(`Too often. Please wait ${answer.headers.get('retry-after')} seconds.`, true)
      default:
        return say(explain(answer), true)
    }
  }
  const answer = await community.loginSignupSms(fields)
  switch (answer.outcome) {
    case 'ok':
    case 'alreadySignedIn':
      return showOwnInfo()
    case 'phoneOrCodeWrong':
      return say('That was not the code.', true)
    case 'codeExpired':
      return say('This code is over. Please ask for another one.', true)
    case 'phoneMissing':
    case 'codeMissing':
      return say('Number and code, please.', true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('follow', async ({ id }, say, pressed) => {
  const answer = pressed === 'cancel' ? await community.cancelFollow({ id }) : await community.addFollow({ id })
  switch (answer.outcome) {
    case 'ok':
      say('Done.')
      return showOwnInfo()
    case 'alreadyThere':
      return say('You follow them already.', true)
    case 'notFollowed':
      return say('You did not follow them.', true)
    case 'accountMissing':
      return say('Nobody has this id; and nobody follows themselves.', true)
    default:
      return say(explain(answer), true)
  }
})

onSubmit('privacy', async (fields, say) => {
  const shown = (/** @type {string} */ name) => fields[name] === 'on'
  const answer = await community.setUserHomepagePrivacySettings({
    is_display_phone: shown('is_display_phone'),
    is_display_mail: shown('is_display_mail'),
    is_display_birthday: shown('is_display_birthday'),
    is_display_follows_and_fans: shown('is_display_follows_and_fans'),
  })
  if (answer.outcome === 'ok') say('Saved.')
  else say(explain(answer), true)
})

onSubmit('logout', async (_fields, say) => {
  const answer = await community.logout()
  if (answer.outcome === 'ok' || answer.outcome === 'notSignedIn') return showOwnInfo()
  say(explain(answer), true)
})

async function showOwnInfo() {
  const answer = await community.getOwnInfo({})
  const signedIn = answer.outcome === 'ok'
  for (const id of ['profile', 'follow', 'privacy', 'logout']) element(id, HTMLElement).hidden = !signedIn
  element('login', HTMLElement).hidden = signedIn
  if (!signedIn) return
  const { userid, name, phone, level, follows, fans } = answer.body
  const followed = follows.flatMap(({ user_ids }) => user_ids).join(', ')
  showList('info', { Id: userid, Name: name, Number: phone, Level: level, Follows: followed, Fans: fans.join(', ') })
  await showPrivacy()
}

async function showPrivacy() {
  const answer = await community.getUserHomepagePrivacySettings()
  if (answer.outcome !== 'ok') return
  const form = element('privacy', HTMLFormElement)
  form.is_display_phone.checked = answer.body.is_display_phone
  form.is_display_mail.checked = answer.body.is_display_mail
  form.is_display_birthday.checked = answer.body.is_display_birthday
  // Set under one name, read under another: so it is documented.
  form.is_display_follows_and_fans.checked = answer.body.is_display_fans
}

await showOwnInfo()
