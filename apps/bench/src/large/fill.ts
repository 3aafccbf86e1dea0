import { Client } from 'pg'

/** How much is in a database. */
export interface Size {
  readonly accounts: number
  /** For each account. */
  readonly edges: number
}

/** How many accounts have one of each thing that only some have. */
const share = 10

const spread = (factor: number) => `(i::bigint * ${factor} % 2147483647) * 2097143`
const id = `1 + ${spread(1_103_515_245)}`
const sessionId = `2 + ${spread(48_271)}`
const hash = (what: string) => `sha256(convert_to('${what} ' || i, 'UTF8'))`
/** Keyed hashes of addresses, sources and other things look like this. */
const subject = (what: string, of = 'i') => `md5('${what} ' || ${of})`
const day = 86_400_000

/**
 * Fills every table of a migrated, empty PostgreSQL whose size grows with the accounts: rows come in the order in which
 * people would have signed up, ids lie anywhere. The user has to be the cluster's superuser. `now` in milliseconds since 1970.
 */
export async function fillPostgres(url: string, { accounts, edges }: Size, now: number): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  // The rows are right: nobody has to look for what they refer to.
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`)
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = 'public'
       and indexname not in (select conname from pg_constraint)`,
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  const some = Math.floor(accounts / share)
  const insert = (count: number, table: string, columns: string, values: string) =>
    client.query(
      `insert into ${table} (${columns}) select ${values} from generate_series(0, $1::int - 1) as people (i)`,
      [count],
    )
  await insert(
    accounts,
    'accounts',
    'id, username, username_key, nickname, gender, birthday, signature, picture, phone, phone_claim, email, email_key, ' +
      'password_hash, role, level, shows_phone, shows_email, shows_birthday, shows_follows, created_at',
    `${id}, 'User_' || i, 'user_' || i, '昵称' || i, 'female', 631152000000, '天天向上，好好学习',
     case when i % 2 = 0 then 'avatar-' || i end, '+861' || (3000000000 + i),
     case when i % ${share} = 1 then '+861' || (5000000000 + i) end,
     case when i % 2 = 0 then 'User_' || i || '@example.com' end, case when i % 2 = 0 then 'user_' || i || '@example.com' end,
     '$argon2id$v=19$m=19456,t=2,p=1$of person ' || i, 'normal_user', 0, i % 2 = 0, i % 2 = 0, i % 2 = 0, i % 2 = 0,
     ${now} - ${accounts} + i`,
  )
  await insert(
    accounts,
    'sessions',
    'id, account_id, token_hash, started_at, last_used_at, ends_at',
    `${sessionId}, ${id}, ${hash('session')}, ${now} - i % ${day}, ${now}, ${now} + ${day} + i % (60::bigint * ${day})`,
  )
  await insert(
    accounts,
    'tokens',
    'token_hash, kind, session_id, expires_at',
    `${hash('access')}, 'access', ${sessionId}, ${now} + ${day} + i % ${day}`,
  )
  await insert(
    accounts,
    'audit',
    'id, at, actor, action, outcome, account_id, variant, source, times',
    `${sessionId}, ${now} - i % (180::bigint * ${day}), 'caller', 'signIn', 'done', ${id}, 'card', '10.0.' || i % 256 || '.' || i / 256 % 256, 1`,
  )
  // Each follows as many others, evenly spread, and has as many fans on average.
  const other = `(i + edge * ${Math.floor(accounts / edges)} + 1 + i::bigint * 7919 % ${Math.floor(accounts / edges) - 1}) % ${accounts}`
  await client.query(
    `insert into follows (follower_id, followee_id, group_name, placed, came, shown)
     select ${id}, 1 + ((${other}) * 1103515245 % 2147483647) * 2097143, 'default', edge, i, i % 2 = 0
     from generate_series(0, $1::int - 1) as people (i), generate_series(0, $2::int - 1) as edges (edge)`,
    [accounts, edges],
  )
  await insert(
    accounts / 2,
    'pictures',
    'name, account_id, kind, created_at',
    `'avatar-' || 2 * i, ${id.replace('i::', '(2 * i)::')}, 'avatar', ${now}`,
  )
  const fewer: [table: string, columns: string, values: string][] = [
    [
      'codes',
      'address, scope, code_hash, expires_at',
      `'+861' || (3000000000 + i), 'login', ${hash('code')}, ${now} + ${day}`,
    ],
    ['wrong_codes', 'id, subject, at', `${id}, ${subject('wrong')}, ${now} - i % ${day}`],
    [
      'sendings',
      'id, subject, source, at',
      `${id}, ${subject('sent')}, ${subject('from', 'i / 10')}, ${now} - i % ${day}`,
    ],
    ['lookups', 'source, subject, at', `${subject('from', 'i / 10')}, ${subject('looked up')}, ${now} - i % ${day}`],
    ['password_tries', 'id, subject, at', `${id}, ${subject('tried')}, ${now} - i % ${day}`],
    ['identities', 'provider, app_id, openid, account_id, created_at', `'qq', 'app', 'openid-' || i, ${id}, ${now}`],
    ['follow_groups', 'account_id, name, made', `${id}, 'friends', 1`],
    ['retired_ids', 'id', `3 + ${spread(1_103_515_245)}`],
    ['unsettled_follows', 'account_id', id],
    ['reset_tickets', 'account_id, token_hash, expires_at', `${id}, ${hash('ticket')}, ${now} + ${day}`],
    ['phone_changes', 'id, account_id, at', `${id}, ${id}, ${now} - i % ${day}`],
    [
      'messages',
      'id, channel, "to", to_key, purpose, scope, sealed, state, at, due_at, expires_at',
      `${id}, 'sms', '+861' || (3000000000 + i), '+861' || (3000000000 + i), 'login', 'login', case when i % 100 = 0 then ${hash('sealed')} end,
       case when i % 100 = 0 then 'queued' else 'sent' end, ${now} - i % ${day}, ${now} - i % ${day}, ${now} + ${day}`,
    ],
    ['request_counts', 'source, minute, requests', `'10.0.' || i % 256 || '.' || i / 256, ${now} - ${now} % 60000, 1`],
    ['picture_files', 'name, written_at, bytes', `'avatar-' || i, ${now}, ${hash('bytes')}`],
  ]
  for (const [table, columns, values] of fewer) await insert(some, table, columns, values)
  for (const { made } of indexes) await client.query(made)
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  // What is read first is read from memory, as what has been read before.
  await client.query('create extension pg_prewarm')
  await client.query(
    `select pg_prewarm(oid::regclass) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')`,
  )
  await client.end()
}
