import { type Core, createCore, type Parts } from '@acct/core'
import type { Config } from './config.ts'
import { keptSecret } from './dataFolder.ts'

/** The core of the settings, on some stores; throws `StartRefused` if its secret can not be had. */
export function coreOn(stores: Parts['stores'], config: Config, machinery: Omit<Parts, 'stores' | 'settings'>): Core {
  return createCore({
    ...machinery,
    stores,
    settings: {
      secret: config.secret ?? keptSecret(config.dataDir, machinery.random),
      serviceName: config.serviceName,
      channels: {
        sms: typeof config.sms === 'string' ? config.sms : 'gateway',
        email: typeof config.email === 'string' ? config.email : 'gateway',
      },
      passwordFailureLimit: config.passwordFailures,
      codeInterval: config.codeInterval,
      codesPerHour: config.codesPerHour,
      codesPerDay: config.codesPerDay,
      codesPerSourcePerDay: config.codesPerSourcePerDay,
      lookupsPerHour: config.lookupsPerHour,
      openRoles: config.openRoles,
      defaultSignature: config.defaultSignature,
    },
  })
}
