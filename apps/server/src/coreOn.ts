import { type Core, createCore, type Parts } from '@acct/core'
import { pictureMaker } from '@acct/delivery'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import { keptSecret } from './dataFolder.ts'
import { identityProvidersOf } from './identity.ts'
import { pictureFilesOf } from './pictureFiles.ts'

/** The core of the settings, on a database; throws `StartRefused` if its secret or its pictures can not be had. */
export function coreOn(
  database: Pick<Database, 'stores' | 'pictureFiles'>,
  config: Config,
  machinery: Pick<Parts, 'clock' | 'random' | 'hasher' | 'links' | 'wordLists'>,
): Core {
  return createCore({
    ...machinery,
    pictureMaker: pictureMaker(),
    blobs: pictureFilesOf(config, database, machinery.clock),
    identityProviders: identityProvidersOf(config.identity),
    stores: database.stores,
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
