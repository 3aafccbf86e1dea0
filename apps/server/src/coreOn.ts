import { type Core, createCore, type Parts } from '@acct/core'
import { folderBlobs, pictureMaker } from '@acct/delivery'
import type { Config } from './config.ts'
import { keptSecret } from './dataFolder.ts'
import { identityProvidersOf } from './identity.ts'

/** The core of the settings, on some stores; throws `StartRefused` if its secret can not be had. */
export function coreOn(
  stores: Parts['stores'],
  config: Config,
  machinery: Pick<Parts, 'clock' | 'random' | 'hasher' | 'links' | 'wordLists'>,
): Core {
  return createCore({
    ...machinery,
    pictureMaker: pictureMaker(),
    blobs: folderBlobs(config.filesDir, machinery.clock),
    identityProviders: identityProvidersOf(config.identity),
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
      auditDays: config.auditDays,
      openRoles: config.openRoles,
      defaultLevel: config.defaultLevel,
      defaultSignature: config.defaultSignature,
    },
  })
}
