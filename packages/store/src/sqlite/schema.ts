import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// drizzle-kit reads this file by itself to write the migrations: it imports nothing of the house.
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
    kind: text({ enum: ['profileCode'] }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('pictures_account_id').on(table.accountId),
    uniqueIndex('pictures_one_profile_code').on(table.accountId).where(sql`kind = 'profileCode'`),
  ],
)

export const messages = sqliteTable(
  'messages',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    channel: text({ enum: ['sms', 'email'] }).notNull(),
    /** E.164 or an e-mail address. */
    to: text().notNull(),
    /** What the code is good for; null for a message without one. */
    scope: text(),
    code: text(),
    text: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('messages_to').on(table.to, table.id), index('messages_at').on(table.at)],
)
