import { Type } from '@sinclair/typebox'
import { flag } from '../atoms.ts'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'

const asked = (what: string) => flag(`Whether others see ${what}; as it is if left out.`, { examples: [true] })
const told = (what: string) => Type.Boolean({ description: `Whether others see ${what}.`, examples: [false] })

/** 修改隐私设置 */
export const setUserHomepagePrivacySettings = route({
  method: 'POST',
  path: '/api/user/set-user-homepage-privacy-settings',
  summary: 'Choose what others see of the caller',
  description: 'At first nothing of it is shown. Administrators (level 10 and more) see it all the same.',
  caller: 'signedIn',
  body: Type.Object({
    is_display_phone: asked('the number'),
    is_display_mail: asked('the e-mail'),
    is_display_birthday: asked('the birthday'),
    is_display_follows_and_fans: asked('whom the caller follows, and the caller’s fans'),
  }),
  outcomes: {
    ok: succeeds({}, 'The choice holds from now on.'),
    notSignedIn: fails(1, 'The caller is not signed in.'),
  },
})

/** 获取隐私设置 */
export const getUserHomepagePrivacySettings = route({
  method: 'POST',
  alsoGet: true,
  path: '/api/user/get-user-homepage-privacy-settings',
  summary: 'Read what others see of the caller',
  caller: 'signedIn',
  outcomes: {
    ok: succeeds(
      {
        is_display_phone: told('the number'),
        is_display_mail: told('the e-mail'),
        is_display_birthday: told('the birthday'),
        is_display_fans: told('whom the caller follows, and the caller’s fans'),
      },
      'The choice as it is.',
    ),
    notSignedIn: fails(1, 'The caller is not signed in.'),
  },
})
