import { Unavailable } from '@acct/core'
import { StoreRefused } from '@acct/store'
import { StartRefused } from '../dataFolder.ts'
import { BadSetting } from '../settings.ts'
import { Refused } from './refused.ts'

/** Whether an error says, in one clear line, what the operator has to mend. Every other one is a bug or broken machinery. */
export const isForOperator = (error: unknown): error is Error =>
  error instanceof Refused ||
  error instanceof BadSetting ||
  error instanceof StartRefused ||
  error instanceof StoreRefused ||
  error instanceof Unavailable
