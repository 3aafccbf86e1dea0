import { afterAll, beforeAll, describe } from 'vitest'
import { codeScenarios } from './scenarios/code.ts'
import { identityScenarios } from './scenarios/identity.ts'
import { passwordScenarios } from './scenarios/password.ts'
import { sessionScenarios } from './scenarios/session.ts'
import { createWorld, type World } from './scenarios/world.ts'
import { cardDriver } from './support/cardDriver.ts'
import { communityDriver } from './support/communityDriver.ts'
import { engines } from './support/engines.ts'
import { phoneDriver } from './support/phoneDriver.ts'
import { socialDriver } from './support/socialDriver.ts'
import { tokenDriver } from './support/tokenDriver.ts'

const drivers = [cardDriver, phoneDriver, socialDriver, tokenDriver, communityDriver]

describe.each(engines())('on $name', ({ start, stop, fresh }) => {
  beforeAll(start)
  afterAll(stop)

  describe.each(drivers)('through $variant:', (driver) => {
    let world: World

    beforeAll(async () => {
      world = await createWorld(driver, await fresh())
    })
    afterAll(() => world.stop())

    identityScenarios(driver, () => world)
    passwordScenarios(driver, () => world)
    sessionScenarios(driver, () => world)
    codeScenarios(driver, () => world)
  })
})
