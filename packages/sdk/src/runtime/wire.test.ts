import { describe, expect, it } from 'vitest'
import type { Endpoint } from './endpoint.ts'
import { toWire } from './wire.ts'

const read: Endpoint = { method: 'GET', path: '/user/:id/code', query: ['lang', 'page'], outcomes: [] }
const write: Endpoint = { method: 'POST', path: '/user/:id', query: ['token'], body: ['id', 'name'], outcomes: [] }

describe('a URL', () => {
  it.each([
    ['https://id.example.com/card', 'https://id.example.com/card/user/7/code'],
    ['https://id.example.com/card/', 'https://id.example.com/card/user/7/code'],
    ['https://id.example.com//', 'https://id.example.com/user/7/code'],
    ['/card', '/card/user/7/code'],
    ['', '/user/7/code'],
  ])('begins with the base %s', (baseUrl, url) => {
    expect(toWire(baseUrl, read, { id: 7 })?.url).toBe(url)
  })

  it.each([
    ['13812345678', '/user/13812345678/code'],
    ['+86 138', '/user/%2B86%20138/code'],
    ['a/../b?c#d', '/user/a%2F..%2Fb%3Fc%23d/code'],
    ['李雷', '/user/%E6%9D%8E%E9%9B%B7/code'],
    ['$&', '/user/%24%26/code'],
  ])('holds the path parameter %s', (id, path) => {
    expect(toWire('', read, { id })?.url).toBe(path)
  })

  it.each(['', '.', '..', '\ud800'])('can not hold %j as a path parameter', (id) => {
    expect(toWire('', read, { id })).toBeUndefined()
  })

  it.each([
    [{ lang: 'zh', page: 2 }, '?lang=zh&page=2'],
    [{ lang: 'a b&c=d', page: null }, '?lang=a+b%26c%3Dd'],
    [{ lang: undefined, page: false }, '?page=false'],
    [{ other: 'x' }, ''],
  ])('has the query of %j', (fields, query) => {
    expect(toWire('', read, { id: 1, ...fields })?.url).toBe(`/user/1/code${query}`)
  })
})

describe('a body', () => {
  it('holds the fields of the body, also one that is in the path, and no other', () => {
    const wire = toWire('', write, { id: '7', name: null, token: 't', other: 'x' })
    expect(wire).toEqual({ url: '/user/7?token=t', body: '{"id":"7","name":null}' })
  })

  it('is not there where the route has none', () => {
    expect(toWire('', read, { id: 7 })?.body).toBeUndefined()
  })

  it('can not hold what JSON can not', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(toWire('', write, { id: '7', name: circle })).toBeUndefined()
  })
})
