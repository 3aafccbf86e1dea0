import { sql } from 'drizzle-orm'
import { blob, check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// All tables, in one file: drizzle-kit reads it by itself to write the migrations, and it imports nothing of the house.
// Every instant is in milliseconds since 1970.

export const accounts = sqliteTable(
  'accounts',
  {
    /** Random, 53 bits. */
    id: integer().primaryKey(),
    /** As typed. */
    username: text(),
    /** Case and compatibility folded: what is unique. */
    usernameKey: text('username_key'),
    nickname: text(),
    gender: text({ enum: ['male', 'female'] }),
    birthday: integer(),
    signature: text(),
    /** Name of one of the account's pictures. */
    picture: text(),
    /** Verified, E.164. */
    phone: text(),
    phoneClaim: text('phone_claim'),
    /** Verified, as typed. */
    email: text(),
    emailKey: text('email_key'),
    emailClaim: text('email_claim'),
    emailClaimKey: text('email_claim_key'),
    passwordHash: text('password_hash'),
    role: text({ enum: ['normal_user', 'vip_user', 'creator', 'admin'] }).notNull(),
    level: integer().notNull(),
    // What others may see of it.
    showsPhone: integer('shows_phone', { mode: 'boolean' }).notNull().default(false),
    showsEmail: integer('shows_email', { mode: 'boolean' }).notNull().default(false),
    showsBirthday: integer('shows_birthday', { mode: 'boolean' }).notNull().default(false),
    /** Whom it follows, and who follows it. */
    showsFollows: integer('shows_follows', { mode: 'boolean' }).notNull().default(false),
    lockedAt: integer('locked_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('accounts_username_key').on(table.usernameKey),
    uniqueIndex('accounts_phone').on(table.phone),
    uniqueIndex('accounts_email_key').on(table.emailKey),
    index('accounts_phone_claim').on(table.phoneClaim),
    index('accounts_email_claim_key').on(table.emailClaimKey),
    check('accounts_username_has_key', sql`(${table.username} is null) = (${table.usernameKey} is null)`),
    check('accounts_email_has_key', sql`(${table.email} is null) = (${table.emailKey} is null)`),
    check('accounts_email_claim_has_key', sql`(${table.emailClaim} is null) = (${table.emailClaimKey} is null)`),
  ],
)

// Ids that count up and are never used again (autoincrement): a late request that still holds the id of an ended session
// must not meet another one under it.

export const sessions = sqliteTable(
  'sessions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    tokenHash: blob('token_hash', { mode: 'buffer' }).notNull(),
    startedAt: integer('started_at').notNull(),
    lastUsedAt: integer('last_used_at').notNull(),
    /** When it ends unless it is used again. */
    endsAt: integer('ends_at').notNull(),
  },
  (table) => [
    uniqueIndex('sessions_token_hash').on(table.tokenHash),
    index('sessions_account_id').on(table.accountId, table.endsAt),
    index('sessions_ends_at').on(table.endsAt),
  ],
)

// Access and refresh tokens. They end with their session.
export const tokens = sqliteTable(
  'tokens',
  {
    tokenHash: blob('token_hash', { mode: 'buffer' }).primaryKey(),
    kind: text({ enum: ['access', 'refresh'] }).notNull(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('tokens_session_id').on(table.sessionId), index('tokens_expires_at').on(table.expiresAt)],
)

const codeScopes = ['register', 'login', 'reset', 'change', 'community'] as const
const noticePurposes = ['numberTaken', 'noAccount', 'phoneClaimed', 'emailClaimed', 'addressChanged'] as const

/** The pending codes. One that is used up or burnt has no row. */
export const codes = sqliteTable(
  'codes',
  {
    /** E.164 or the key of an e-mail address. */
    address: text().notNull(),
    scope: text({ enum: codeScopes }).notNull(),
    codeHash: blob('code_hash', { mode: 'buffer' }).notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** How many wrong ones were tried. */
    wrong: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.address, table.scope] }), index('codes_expires_at').on(table.expiresAt)],
)

// What is counted over a span of time stands under keyed hashes: these rows outlive what they are about and name nobody.

export const wrongCodes = sqliteTable(
  'wrong_codes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** An address. */
    subject: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('wrong_codes_subject').on(table.subject, table.at), index('wrong_codes_at').on(table.at)],
)

/** Messages that were sent because somebody asked for a code. */
export const sendings = sqliteTable(
  'sendings',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** An address. */
    subject: text().notNull(),
    source: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index('sendings_subject').on(table.subject, table.at),
    index('sendings_source').on(table.source, table.at),
    index('sendings_at').on(table.at),
  ],
)

/** Who asked whether an identifier has an account, and when first within the span that counts. */
export const lookups = sqliteTable(
  'lookups',
  {
    source: text().notNull(),
    /** An identifier. */
    subject: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.subject] }),
    index('lookups_source').on(table.source, table.at),
    index('lookups_at').on(table.at),
  ],
)

export const passwordTries = sqliteTable(
  'password_tries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** An account, or the hash of an identifier that names none. */
    subject: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('password_tries_subject').on(table.subject, table.at), index('password_tries_at').on(table.at)],
)

export const pictures = sqliteTable(
  'pictures',
  {
    /** Unguessable: whoever has it may see the picture. */
    name: text().primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['profileCode', 'avatar'] }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('pictures_one_of_a_kind').on(table.accountId, table.kind)],
)

/** The files of avatars, where they are kept in the database: a name is never written twice, nor its bytes changed. */
export const pictureFiles = sqliteTable('picture_files', {
  name: text().primaryKey(),
  writtenAt: integer('written_at').notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
})

/** Who signs in with which identity at a provider. */
export const identities = sqliteTable(
  'identities',
  {
    provider: text({ enum: ['qq', 'wechat', 'weibo'] }).notNull(),
    appId: text('app_id').notNull(),
    openid: text().notNull(),
    unionId: text('union_id'),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.appId, table.openid] }),
    index('identities_account_id').on(table.accountId),
  ],
)

/** Groups that owners made beside `special` and `default`, which every account has. */
export const followGroups = sqliteTable(
  'follow_groups',
  {
    /** Counts up: the order in which they were made. */
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: text().notNull(),
  },
  (table) => [uniqueIndex('follow_groups_name').on(table.accountId, table.name)],
)

// Who follows whom. These rows refer to accounts without a foreign key: an account with a million fans goes at once, its
// edges in batches after it. Whoever reads them joins the accounts.
export const follows = sqliteTable(
  'follows',
  {
    /** Counts up: fans in the order of their coming. */
    id: integer().primaryKey({ autoIncrement: true }),
    followerId: integer('follower_id').notNull(),
    followeeId: integer('followee_id').notNull(),
    /** `special`, `default` or the name of a group of the follower's. */
    groupName: text('group_name').notNull(),
    /** Counts up for each follower: the order in which the followed came into their groups. */
    placed: integer().notNull(),
    /** Whether everybody may see the edge: spares reading a million hidden fans. What the account says decides. */
    shown: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    uniqueIndex('follows_pair').on(table.followerId, table.followeeId),
    index('follows_group').on(table.followerId, table.groupName, table.placed),
    index('follows_placed').on(table.followerId, table.placed),
    index('follows_fans').on(table.followeeId, table.id),
    index('follows_shown_fans').on(table.followeeId, table.id).where(sql`shown = 1`),
  ],
)

/** Ids of accounts that are gone. None is ever given to another one. */
export const retiredIds = sqliteTable('retired_ids', { id: integer().primaryKey() })

/** Accounts whose edges are still to be removed (the account is gone) or shown or hidden as the account says. */
export const unsettledFollows = sqliteTable('unsettled_follows', {
  accountId: integer('account_id').primaryKey(),
})

/** One-time links by which a password is reset, one for an account. */
export const resetTickets = sqliteTable(
  'reset_tickets',
  {
    accountId: integer('account_id')
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    tokenHash: blob('token_hash', { mode: 'buffer' }).notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('reset_tickets_token_hash').on(table.tokenHash),
    index('reset_tickets_expires_at').on(table.expiresAt),
  ],
)

/** When accounts replaced a verified phone by another one. */
export const phoneChanges = sqliteTable(
  'phone_changes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
  },
  (table) => [index('phone_changes_account_id').on(table.accountId, table.at), index('phone_changes_at').on(table.at)],
)

export const messages = sqliteTable(
  'messages',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    channel: text({ enum: ['sms', 'email'] }).notNull(),
    /** E.164 or an e-mail address as it was typed. */
    to: text().notNull(),
    /** What all spellings of `to` have in common. */
    toKey: text('to_key').notNull(),
    purpose: text({ enum: [...codeScopes, 'resetLink', ...noticePurposes] }).notNull(),
    /** What the code is good for; null for a message without one. */
    scope: text({ enum: codeScopes }),
    /** Code, link and text, encrypted; null once nobody needs them any more. */
    sealed: blob({ mode: 'buffer' }),
    state: text({ enum: ['inbox', 'queued', 'sending', 'sent', 'failed', 'unclear'] }).notNull(),
    at: integer().notNull(),
    /** When a queued one is to be delivered. */
    dueAt: integer('due_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** How often it was handed out for delivery. */
    attempts: integer().notNull().default(0),
  },
  (table) => [
    index('messages_to').on(table.toKey, table.id),
    index('messages_at').on(table.at),
    index('messages_state').on(table.state, table.id),
    index('messages_due').on(table.channel, table.dueAt).where(sql`state = 'queued'`),
    index('messages_pending').on(table.expiresAt).where(sql`state in ('queued', 'sending')`),
  ],
)

/** Requests of each source in a minute, over all processes. */
export const requestCounts = sqliteTable(
  'request_counts',
  {
    source: text().notNull(),
    /** When it began. */
    minute: integer().notNull(),
    requests: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.minute] }), index('request_counts_minute').on(table.minute)],
)

/** When a job began last that one process does for all. */
export const jobs = sqliteTable('jobs', {
  name: text().primaryKey(),
  beganAt: integer('began_at').notNull(),
})

// No line refers to an account: it outlives it, and says then that somebody was there and no longer who.
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    actor: text({ enum: ['caller', 'operator'] }).notNull(),
    action: text().notNull(),
    detail: text(),
    /** `done`, or why it was refused. */
    outcome: text().notNull(),
    accountId: integer('account_id'),
    variant: text(),
    source: text(),
    /** How many equal refusals it stands for. */
    times: integer().notNull(),
  },
  (table) => [index('audit_at').on(table.at), index('audit_account_id').on(table.accountId, table.at)],
)
