import { expect, it } from 'vitest'
import { restartPause, youngDeaths } from './restartPause.ts'

it('a worker that dies young again and again is started again ever later, at most half a minute', () => {
  const pauses: number[] = []
  let deaths = 0
  for (let time = 0; time < 12; time += 1) {
    deaths = youngDeaths(deaths, 500)
    pauses.push(restartPause(deaths))
  }
  expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000, 30_000])
})

it('one that has lived is started again at once', () => {
  expect(restartPause(youngDeaths(7, 60_000))).toBe(0)
  expect(restartPause(youngDeaths(0, 59_999))).toBe(100)
})
