import { afterAll, beforeAll, describe } from 'vitest'
import { identityScenarios } from './scenarios/identity.ts'
import { passwordScenarios } from './scenarios/password.ts'
import { sessionScenarios } from './scenarios/session.ts'
import { createWorld, type World } from './scenarios/world.ts'
import { cardDriver } from './support/cardDriver.ts'

describe.each([cardDriver])('through $variant:', (driver) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(driver)
  })
  afterAll(() => world.stop())

  identityScenarios(() => world)
  passwordScenarios(() => world)
  sessionScenarios(() => world)
})
