import { collectSecrets } from './secrets.ts'

/** A `fetch` that keeps cookies as a browser does, for one device. */
export interface Device {
  readonly fetch: typeof fetch
  /** The session cookie as it would be sent. */
  readonly sessionCookie: () => string | undefined
}

export function newDevice(): Device {
  const jar = new Map<string, string>()
  return {
    fetch: async (input, init = {}) => {
      const headers = new Headers(init.headers)
      if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
      const response = await fetch(input, { ...init, headers })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (value === '') jar.delete(name)
        else jar.set(name, value)
        collectSecrets(value)
      }
      return response
    },
    sessionCookie: () => jar.get('acct_session'),
  }
}
