import { storeSuites } from '@acct/core/testing/suites'
import { openStore } from '../src/index.ts'
import { freshFile } from './support.ts'

storeSuites(() => openStore({ file: freshFile() }))
