import { AuthenticationService, authenticate, JWTStrategy } from '@feathersjs/authentication'
import { hooks, LocalStrategy } from '@feathersjs/authentication-local'
import { feathers } from '@feathersjs/feathers'
import { KnexService } from '@feathersjs/knex'
import { bodyParser, errorHandler, koa, parseAuthentication, rest } from '@feathersjs/koa'
import knex from 'knex'

/** Feathers as its generator sets it up: Koa, users in SQLite by Knex, local strategy (bcrypt) and JWT. */
export function createApp(file) {
  const database = knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true })
  const app = koa(feathers())
  app.set('authentication', {
    entity: 'user',
    service: 'users',
    secret: 'a secret of more than thirty-two bytes, for measuring only',
    authStrategies: ['jwt', 'local'],
    jwtOptions: { header: { typ: 'access' }, audience: 'http://127.0.0.1', algorithm: 'HS256', expiresIn: '1d' },
    local: { usernameField: 'email', passwordField: 'password' },
  })
  app.use(errorHandler())
  app.use(parseAuthentication())
  app.use(bodyParser())
  app.configure(rest())

  app.use('users', new KnexService({ Model: database, name: 'users' }), { methods: ['get', 'find', 'create'] })
  const withoutPassword = async (context, next) => {
    await next()
    if (context.params.provider && context.result) delete context.result.password
  }
  app.service('users').hooks({
    around: { get: [authenticate('jwt'), withoutPassword] },
    before: { create: [hooks.hashPassword('password')] },
  })

  const authentication = new AuthenticationService(app)
  authentication.register('jwt', new JWTStrategy())
  authentication.register('local', new LocalStrategy())
  app.use('authentication', authentication)
  return { app, database }
}
