import { type Privacy, readPrivacy, setPrivacy } from '@acct/core'
import { community } from '@acct/schema'
import { bindSignedIn } from '../../bind.ts'
import { flagOf } from '../flag.ts'

export const setUserHomepagePrivacySettings = bindSignedIn(
  community.routes.setUserHomepagePrivacySettings,
  (say) => say.notSignedIn(),
  setPrivacy,
  ({ body, session }, say) => {
    const privacy: Partial<Privacy> = {}
    const flags = {
      showsPhone: body.is_display_phone,
      showsEmail: body.is_display_mail,
      showsBirthday: body.is_display_birthday,
      showsFollows: body.is_display_follows_and_fans,
    }
    for (const [name, value] of Object.entries(flags)) {
      if (value === undefined || value === '') continue
      const flag = flagOf(value)
      if (flag === undefined) return say.badRequest()
      privacy[name as keyof Privacy] = flag
    }
    return { session, privacy }
  },
  {
    set: (_, say) => say.ok(),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)

export const getUserHomepagePrivacySettings = bindSignedIn(
  community.routes.getUserHomepagePrivacySettings,
  (say) => say.notSignedIn(),
  readPrivacy,
  ({ session }) => ({ session }),
  {
    privacy: ({ privacy }, say) =>
      say.ok({
        is_display_phone: privacy.showsPhone,
        is_display_mail: privacy.showsEmail,
        is_display_birthday: privacy.showsBirthday,
        is_display_fans: privacy.showsFollows,
      }),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)
