import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  index,
  bigint as int8,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

// All tables, in one file: drizzle-kit reads it by itself to write the migrations, and it imports nothing of the house.
// Every instant is in milliseconds since 1970. No column counts up by itself: ids are random, so that rows spread over the
// machines of a distributed engine and no sequence is asked; where an order matters, the step that needs it places the row.

/** What is compared and never shown: by its bytes, whatever language the database was made for. */
const key = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** An id or an instant: below 2⁵³, so that a number of ours holds it. */
const bigint = (name?: string) => (name === undefined ? int8({ mode: 'number' }) : int8(name, { mode: 'number' }))

export const accounts = pgTable(
  'accounts',
  {
    /** Random, 53 bits. */
    id: bigint().primaryKey(),
    /** As typed. */
    username: text(),
    /** Case and compatibility folded: what is unique. */
    usernameKey: key('username_key'),
    nickname: text(),
    gender: text({ enum: ['male', 'female'] }),
    birthday: bigint(),
    signature: text(),
    /** Name of one of the account's pictures. */
    picture: key(),
    /** Verified, E.164. */
    phone: key(),
    phoneClaim: key('phone_claim'),
    /** Verified, as typed. */
    email: text(),
    emailKey: key('email_key'),
    emailClaim: text('email_claim'),
    emailClaimKey: key('email_claim_key'),
    passwordHash: key('password_hash'),
    role: text({ enum: ['normal_user', 'vip_user', 'creator', 'admin'] }).notNull(),
    level: bigint().notNull(),
    // What others may see of it.
    showsPhone: boolean('shows_phone').notNull().default(false),
    showsEmail: boolean('shows_email').notNull().default(false),
    showsBirthday: boolean('shows_birthday').notNull().default(false),
    /** Whom it follows, and who follows it. */
    showsFollows: boolean('shows_follows').notNull().default(false),
    lockedAt: bigint('locked_at'),
    createdAt: bigint('created_at').notNull(),
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

/** The account that a row is about, and goes with. */
const accountId = () =>
  bigint('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

export const sessions = pgTable(
  'sessions',
  {
    /** Random, 53 bits: a late request that still holds the id of an ended session meets no other one under it. */
    id: bigint().primaryKey(),
    accountId: accountId(),
    tokenHash: bytes('token_hash').notNull(),
    startedAt: bigint('started_at').notNull(),
    lastUsedAt: bigint('last_used_at').notNull(),
    /** When it ends unless it is used again. */
    endsAt: bigint('ends_at').notNull(),
  },
  (table) => [
    uniqueIndex('sessions_token_hash').on(table.tokenHash),
    index('sessions_account_id').on(table.accountId, table.endsAt),
    index('sessions_ends_at').on(table.endsAt),
  ],
)

// Access and refresh tokens. They end with their session.
export const tokens = pgTable(
  'tokens',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    kind: text({ enum: ['access', 'refresh'] }).notNull(),
    sessionId: bigint('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    expiresAt: bigint('expires_at').notNull(),
  },
  (table) => [index('tokens_session_id').on(table.sessionId), index('tokens_expires_at').on(table.expiresAt)],
)

const codeScopes = ['register', 'login', 'reset', 'change', 'community'] as const
const noticePurposes = ['numberTaken', 'noAccount', 'phoneClaimed', 'emailClaimed', 'addressChanged'] as const

/** The pending codes. One that is used up or burnt has no row. */
export const codes = pgTable(
  'codes',
  {
    /** E.164 or the key of an e-mail address. */
    address: key().notNull(),
    scope: text({ enum: codeScopes }).notNull(),
    codeHash: bytes('code_hash').notNull(),
    expiresAt: bigint('expires_at').notNull(),
    /** How many wrong ones were tried. */
    wrong: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.address, table.scope] }), index('codes_expires_at').on(table.expiresAt)],
)

/**
 * Locks by name. A row is inserted by the step that needs the lock and removed by it again, so that none is ever seen (but one
 * that says that the database is frozen): whoever inserts the same one waits until that step has ended.
 */
export const turns = pgTable('turns', { name: key().primaryKey() })

// What is counted over a span of time stands under keyed hashes: these rows outlive what they are about and name nobody.

export const wrongCodes = pgTable(
  'wrong_codes',
  {
    id: bigint().primaryKey(),
    /** An address. */
    subject: key().notNull(),
    at: bigint().notNull(),
  },
  (table) => [index('wrong_codes_subject').on(table.subject, table.at), index('wrong_codes_at').on(table.at)],
)

/** Messages that were sent because somebody asked for a code. */
export const sendings = pgTable(
  'sendings',
  {
    id: bigint().primaryKey(),
    /** An address. */
    subject: key().notNull(),
    source: key().notNull(),
    at: bigint().notNull(),
  },
  (table) => [
    index('sendings_subject').on(table.subject, table.at),
    index('sendings_source').on(table.source, table.at),
    index('sendings_at').on(table.at),
  ],
)

/** Who asked whether an identifier has an account, and when first within the span that counts. */
export const lookups = pgTable(
  'lookups',
  {
    source: key().notNull(),
    /** An identifier. */
    subject: key().notNull(),
    at: bigint().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.subject] }),
    index('lookups_source').on(table.source, table.at),
    index('lookups_at').on(table.at),
  ],
)

export const passwordTries = pgTable(
  'password_tries',
  {
    id: bigint().primaryKey(),
    /** An account, or the hash of an identifier that names none. */
    subject: key().notNull(),
    at: bigint().notNull(),
  },
  (table) => [index('password_tries_subject').on(table.subject, table.at), index('password_tries_at').on(table.at)],
)

export const pictures = pgTable(
  'pictures',
  {
    /** Unguessable: whoever has it may see the picture. */
    name: key().primaryKey(),
    accountId: accountId(),
    kind: text({ enum: ['profileCode', 'avatar'] }).notNull(),
    createdAt: bigint('created_at').notNull(),
  },
  (table) => [uniqueIndex('pictures_one_of_a_kind').on(table.accountId, table.kind)],
)

/** The files of avatars, where they are kept in the database: a name is never written twice, nor its bytes changed. */
export const pictureFiles = pgTable('picture_files', {
  name: key().primaryKey(),
  writtenAt: bigint('written_at').notNull(),
  bytes: bytes().notNull(),
})

/** Who signs in with which identity at a provider. */
export const identities = pgTable(
  'identities',
  {
    provider: text({ enum: ['qq', 'wechat', 'weibo'] }).notNull(),
    appId: key('app_id').notNull(),
    openid: key().notNull(),
    unionId: text('union_id'),
    accountId: accountId(),
    createdAt: bigint('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.appId, table.openid] }),
    index('identities_account_id').on(table.accountId),
  ],
)

/** Groups that owners made beside `special` and `default`, which every account has. */
export const followGroups = pgTable(
  'follow_groups',
  {
    accountId: accountId(),
    name: key().notNull(),
    /** Counts up for each account: the order in which they were made. */
    made: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.name] })],
)

// Who follows whom. These rows refer to accounts without a foreign key: an account with a million fans goes at once, its
// edges in batches after it. Whoever reads them joins the accounts.
export const follows = pgTable(
  'follows',
  {
    followerId: bigint('follower_id').notNull(),
    followeeId: bigint('followee_id').notNull(),
    /** `special`, `default` or the name of a group of the follower's. */
    groupName: key('group_name').notNull(),
    /** Counts up for each follower: the order in which the followed came into their groups. */
    placed: bigint().notNull(),
    /** Counts up for each followed: the order in which the fans came. Who came at the same moment may share a number. */
    came: bigint().notNull(),
    /** Whether everybody may see the edge: spares reading a million hidden fans. What the account says decides. */
    shown: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.followerId, table.followeeId] }),
    index('follows_group').on(table.followerId, table.groupName, table.placed),
    index('follows_placed').on(table.followerId, table.placed),
    index('follows_fans').on(table.followeeId, table.came, table.followerId),
    index('follows_shown_fans').on(table.followeeId, table.came, table.followerId).where(sql`shown`),
  ],
)

/** Ids of accounts that are gone. None is ever given to another one. */
export const retiredIds = pgTable('retired_ids', { id: bigint().primaryKey() })

/** Accounts whose edges are still to be removed (the account is gone) or shown or hidden as the account says. */
export const unsettledFollows = pgTable('unsettled_follows', { accountId: bigint('account_id').primaryKey() })

/** One-time links by which a password is reset, one for an account. */
export const resetTickets = pgTable(
  'reset_tickets',
  {
    accountId: bigint('account_id')
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    tokenHash: bytes('token_hash').notNull(),
    expiresAt: bigint('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('reset_tickets_token_hash').on(table.tokenHash),
    index('reset_tickets_expires_at').on(table.expiresAt),
  ],
)

/** When accounts replaced a verified phone by another one. */
export const phoneChanges = pgTable(
  'phone_changes',
  { id: bigint().primaryKey(), accountId: accountId(), at: bigint().notNull() },
  (table) => [index('phone_changes_account_id').on(table.accountId, table.at), index('phone_changes_at').on(table.at)],
)

export const messages = pgTable(
  'messages',
  {
    id: bigint().primaryKey(),
    channel: text({ enum: ['sms', 'email'] }).notNull(),
    /** E.164 or an e-mail address as it was typed. */
    to: text().notNull(),
    /** What all spellings of `to` have in common. */
    toKey: key('to_key').notNull(),
    purpose: text({ enum: [...codeScopes, 'resetLink', ...noticePurposes] }).notNull(),
    /** What the code is good for; null for a message without one. */
    scope: text({ enum: codeScopes }),
    /** Code, link and text, encrypted; null once nobody needs them any more. */
    sealed: bytes(),
    state: text({ enum: ['inbox', 'queued', 'sending', 'sent', 'failed', 'unclear'] }).notNull(),
    at: bigint().notNull(),
    /** Microseconds of the database's clock: which of two messages of one millisecond came first. */
    came: bigint().notNull().default(sql`(extract(epoch from clock_timestamp()) * 1000000)::bigint`),
    /** When a queued one is to be delivered. */
    dueAt: bigint('due_at').notNull(),
    expiresAt: bigint('expires_at').notNull(),
    /** How often it was handed out for delivery. */
    attempts: integer().notNull().default(0),
  },
  (table) => [
    index('messages_to').on(table.toKey, table.came),
    index('messages_at').on(table.at),
    index('messages_inbox').on(table.came).where(sql`state = 'inbox'`),
    index('messages_due').on(table.channel, table.dueAt, table.came).where(sql`state = 'queued'`),
    index('messages_pending').on(table.expiresAt).where(sql`state in ('queued', 'sending')`),
  ],
)

/** Requests of each source in a minute, over all processes. */
export const requestCounts = pgTable(
  'request_counts',
  {
    source: key().notNull(),
    /** When it began. */
    minute: bigint().notNull(),
    requests: bigint().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.minute] }), index('request_counts_minute').on(table.minute)],
)

/** When a job began last that one process does for all. */
export const jobs = pgTable('jobs', { name: key().primaryKey(), beganAt: bigint('began_at').notNull() })

// No line refers to an account: it outlives it, and says then that somebody was there and no longer who.
export const audit = pgTable(
  'audit',
  {
    id: bigint().primaryKey(),
    at: bigint().notNull(),
    actor: text({ enum: ['caller', 'operator'] }).notNull(),
    action: text().notNull(),
    detail: text(),
    /** `done`, or why it was refused. */
    outcome: text().notNull(),
    accountId: bigint('account_id'),
    variant: text(),
    source: key(),
    /** How many equal refusals it stands for. */
    times: bigint().notNull(),
  },
  (table) => [
    index('audit_at').on(table.at, table.id),
    index('audit_account_id').on(table.accountId, table.at, table.id),
  ],
)
