import type { GetUserHomepagePrivacySettingsOkBody } from '@acct/sdk/community'

/** What of one’s account others see beside what is always seen. */
export interface Privacy {
  readonly phone: boolean
  readonly email: boolean
  readonly birthday: boolean
  readonly people: boolean
}

/** The settings as the API reads them. */
export const privacyFrom = (body: GetUserHomepagePrivacySettingsOkBody): Privacy => ({
  phone: body.is_display_phone,
  email: body.is_display_mail,
  birthday: body.is_display_birthday,
  people: body.is_display_fans,
})
