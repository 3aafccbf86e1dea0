import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../src/config.ts'
import { settings } from '../src/settings.ts'
import { serve, temporaryFolder } from './support/process.ts'

// What of Dockerfile, compose.yaml and the systemd unit can be seen without Docker and systemd. `pnpm image` sees the rest.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Requests in flight get 9 seconds (drain.ts), and 10 go by at most. */
const longestStop = 10

/** The values of a key of a unit. */
const unitValues = (key: string) =>
  [...read('deploy/acct.service').matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value)

describe('the systemd unit', () => {
  it('gives requests their time, and Node its compiler', () => {
    expect(Number(unitValues('TimeoutStopSec')[0])).toBeGreaterThan(longestStop)
    expect(unitValues('MemoryDenyWriteExecute')).toEqual([])
    expect(unitValues('Restart')).toEqual(['on-failure'])
    expect(unitValues('ExecReload')).toEqual(['/bin/kill -HUP $MAINPID'])
  })

  it('starts what is built, where the guide builds it, and writes where the guide says', () => {
    const guide = read('docs/guide/en/production.md')
    const [start = ''] = unitValues('ExecStart')
    expect(start).toBe('/usr/bin/node /opt/acct/apps/server/dist/main.js serve')
    expect(guide).toContain(start.slice('/usr/bin/'.length, -' serve'.length))
    const [folder] = unitValues('StateDirectory')
    expect(guide).toContain(`ACCT_DATA_DIR=/var/lib/${folder}\n`)
    expect(guide).toContain(`In \`${unitValues('EnvironmentFile')[0]}\``)
  })
})

describe('the image', () => {
  const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ')
  const [, environment = ''] = /^ENV (NODE_ENV=.*)$/m.exec(dockerfile) ?? []
  const given = Object.fromEntries(environment.split(' ').map((pair) => pair.split('=')))

  it('sets what the server knows, and needs nothing else than what production asks for', () => {
    const unknown = Object.keys(given).filter((name) => name !== 'NODE_ENV' && !(name in settings))
    expect(unknown).toEqual([])
    expect(() => readConfig(given)).toThrow(/ACCT_SMS/)
    const config = readConfig({ ...given, ACCT_SMS: 'off', ACCT_EMAIL: 'off' })
    expect(config).toMatchObject({ dataDir: '/data', host: '0.0.0.0', port: 3000 })
    expect(dockerfile).toMatch(/^VOLUME \/data$/m)
    expect(dockerfile).toMatch(/^EXPOSE 3000$/m)
  })

  it('is built by this repository’s pnpm, and runs as somebody else than root', () => {
    const { packageManager }: { packageManager: string } = JSON.parse(read('package.json'))
    expect(dockerfile).toContain(`npm install --global ${packageManager}\n`)
    expect(dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))).toMatch(/^USER 1000:1000$/m)
  })

  it('has a health check that knows a server that lives from none', async () => {
    const [program, ...args]: string[] = JSON.parse(/^HEALTHCHECK .*? CMD (.*)$/m.exec(dockerfile)?.[1] ?? '[]')
    expect(program).toBe('node')
    const { folder, remove } = temporaryFolder()
    const { url, child, ended } = await serve({ ACCT_DATA_DIR: folder })
    const check = () => spawnSync(process.execPath, args, { env: { ...process.env, PORT: new URL(url).port } }).status
    expect(check()).toBe(0)
    child.kill()
    await ended
    expect(check()).toBe(1)
    remove()
  })
})

describe('compose.yaml', () => {
  interface Service {
    readonly environment: Readonly<Record<string, string>>
    readonly volumes: readonly string[]
    readonly networks: readonly string[]
    readonly depends_on?: Readonly<Record<string, { condition: string }>>
    readonly [other: string]: unknown
  }
  const {
    services,
    volumes,
    networks,
  }: Record<'services' | 'volumes' | 'networks', Record<string, Service>> = parse(read('compose.yaml'))
  const { acct, postgres } = services

  it('hardens acct and gives it its time', () => {
    expect(acct).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      ports: ['127.0.0.1:3000:3000'],
    })
    expect(Number.parseInt(`${acct?.stop_grace_period}`, 10)).toBeGreaterThan(longestStop)
  })

  it('names only what it has', () => {
    for (const service of [acct, postgres]) {
      for (const volume of service?.volumes ?? []) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '')
      for (const network of service?.networks ?? []) if (network !== 'default') expect(networks).toHaveProperty(network)
    }
    expect(acct?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    expect(postgres?.healthcheck).toBeDefined()
  })

  it('has acct open the database that it makes', () => {
    const password = 'a1b2c3'
    const filled = (text = '') => text.replace(/\$\{POSTGRES_PASSWORD:\?[^}]*\}/, password)
    const url = new URL(filled(acct?.environment.ACCT_DATABASE_URL))
    expect(() => readConfig({ ACCT_DATABASE_URL: url.href })).not.toThrow()
    expect(services).toHaveProperty(url.hostname)
    expect({
      POSTGRES_USER: url.username,
      POSTGRES_PASSWORD: url.password,
      POSTGRES_DB: url.pathname.slice(1),
    }).toEqual({ ...postgres?.environment, POSTGRES_PASSWORD: filled(postgres?.environment.POSTGRES_PASSWORD) })
  })
})

describe('what is installed with the built program', () => {
  /** Found by their names, in ways that no `import` shows: files that are served, gateways that a setting asks for. */
  const byName = /^(@acct\/web|swagger-ui-dist|@alicloud\/.*|@aws-sdk\/.*|tencentcloud-.*|twilio)$/

  it.each(['apps/server', 'packages/core', 'packages/delivery', 'packages/store'])(
    '%s: what it loads, and nothing that is built into it',
    (folder) => {
      const { dependencies = {}, optionalDependencies = {} } = JSON.parse(read(`${folder}/package.json`))
      const programs = ['dist', 'assets']
        .filter((part) => existsSync(join(root, folder, part)))
        .flatMap((part) => readdirSync(join(root, folder, part)).map((name) => `${folder}/${part}/${name}`))
        .filter((path) => path.endsWith('.js'))
      const loaded = new Set<string>()
      for (const path of programs) {
        // What is built has double quotes, what is written by hand single ones; text in the former may have those, too.
        const written = path.includes('/dist/') ? read(path) : read(path).replaceAll("'", '"')
        const imports = written.matchAll(/\b(?:from|import)\s*\(?"((?:@[\w-]+\/)?[a-z][\w.:-]*)/g)
        for (const [, specifier = ''] of imports) if (!isBuiltin(specifier)) loaded.add(specifier)
      }
      const installed = Object.keys({ ...dependencies, ...optionalDependencies })
      expect(installed.filter((name) => !byName.test(name)).sort()).toEqual([...loaded].sort())
    },
  )
})
