import type { Core } from '../core.ts'
import type { Random } from '../ports.ts'
import { day, minute } from '../time.ts'
import { type Address, addressKey } from './address.ts'
import type { Consuming } from './store.ts'

/** What a code is good for. One of another scope is worth nothing. */
export type CodeScope = 'register' | 'login' | 'reset' | 'change' | 'community'

/** Why a code did not open anything. `codeMissing`: never sent, expired, used up, or burnt by too many wrong tries. */
export type CodeFailure = { kind: 'codeWrong' } | { kind: 'codeMissing' }

/** How long a code can be used, in milliseconds. */
export const codeLife = 10 * minute

/**
 * A pending code is burnt by its fifth wrong try. Ten codes a day would still make 1500 tries a month, one chance in 700;
 * so beyond 20 wrong codes for an address, over all scopes, every code for it is wrong for the rest of 30 days.
 */
const wrongCodes = { perCode: 5, perAddress: 20, span: 30 * day }

/** How long a wrong code counts against its address, in milliseconds. */
export const wrongCodeSpan = wrongCodes.span

/** Six digits, each code as likely as any other. */
export function drawCode(random: Random): string {
  const codes = 1_000_000
  // Above the last whole multiple the low codes would come up more often.
  const fair = 2 ** 32 - (2 ** 32 % codes)
  for (;;) {
    const number = Buffer.from(random.bytes(4)).readUInt32BE()
    if (number < fair) return String(number % codes).padStart(6, '0')
  }
}

/** The hash under which a code is kept. */
export function codeHash(core: Core, address: Address, scope: CodeScope, code: string): Uint8Array {
  return core.secrets.hash('code', scope, addressKey(address), code)
}

/** Under what an address is counted: what counters keep must name nobody. */
export function addressSubject(core: Core, address: Address): string {
  return counterKey(core, 'address', addressKey(address))
}

/** The keyed hash under which something is counted. */
export function counterKey(core: Core, kind: 'address' | 'source' | 'identifier', text: string): string {
  return Buffer.from(core.secrets.hash('counter', kind, text)).toString('base64url')
}

/** What a step is told that needs a code. An empty code is a wrong one. */
export function consuming(core: Core, address: Address, scope: CodeScope, code: string): Consuming {
  return {
    address: addressKey(address),
    scope,
    codeHash: codeHash(core, address, scope, code),
    now: core.clock.now(),
    subject: addressSubject(core, address),
    limits: wrongCodes,
  }
}
