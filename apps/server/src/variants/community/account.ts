import { deleteOwnAccount } from '@acct/core'
import { community } from '@acct/schema'
import { bindKnowingCaller } from '../../bind.ts'
import { endSession } from '../../http/cookie.ts'
import { addressAndCode } from './fields.ts'

export const dropout = bindKnowingCaller(
  community.routes.dropout,
  deleteOwnAccount,
  ({ body, session }, say) => {
    const asked = addressAndCode(body, say)
    if ('said' in asked) return asked
    const { address, code } = asked
    return address === undefined ? say.codeExpired() : { session, address, code }
  },
  {
    deleted: (_, say) => say.ok({}, endSession()),
    unknownAccount: (_, say) => say.notOwner(),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
  },
)
