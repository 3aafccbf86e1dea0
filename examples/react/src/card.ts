import { createClient } from '@acct/sdk/card'

export const card = createClient({ baseUrl: '/card' })
