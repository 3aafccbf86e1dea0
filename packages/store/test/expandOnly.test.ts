import { describe, expect, test } from 'vitest'
import { knownMigrations, knownReleases } from '../src/migrations.ts'
import { forbiddenIn } from './expandOnly.ts'

/** Statements that a release has all the same: which (its beginning), and why nobody of the release before minds. */
const exceptions: readonly { statement: string; why: string }[] = []

describe.each(['sqlite', 'postgres'] as const)('the migrations since the last release, on %s', (engine) => {
  const all = knownMigrations(engine)
  const released = knownReleases().map((release) => release[engine])
  const since = all.slice(all.findIndex(({ name }) => name === released.at(-1)) + 1)

  test('only add what programs of that release can work beside', () => {
    const forbidden = forbiddenIn(since).filter(
      ({ statement }) => !exceptions.some((exception) => statement.startsWith(exception.statement)),
    )
    expect(forbidden).toEqual([])
  })

  test('say which program works beside them: one of that release', () => {
    const last = all.find(({ name }) => name === released.at(-1))
    expect(released.every((name) => all.some((migration) => migration.name === name))).toBe(true)
    expect(since.every(({ worksFrom }) => worksFrom === last?.writtenAt)).toBe(true)
    expect(last?.worksFrom).toBe(all.find(({ name }) => name === released.at(-2))?.writtenAt)
  })

  test('are in the order in which they were written', () => {
    const times = all.map(({ writtenAt }) => writtenAt)
    expect(times).toEqual([...new Set(times)].sort((one, other) => one - other))
  })
})

test('every exception is still one', () => {
  const statements = (['sqlite', 'postgres'] as const).flatMap((engine) => forbiddenIn(knownMigrations(engine)))
  const idle = exceptions.filter(({ statement }) => !statements.some((each) => each.statement.startsWith(statement)))
  expect(idle).toEqual([])
})

const permitted = [
  'CREATE TABLE `pets` (`id` integer PRIMARY KEY NOT NULL, `owner` integer NOT NULL, FOREIGN KEY (`owner`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade)',
  'create table pets (id bigint); create unique index pets_id on pets (id)',
  'CREATE TABLE "pets" ("owner" bigint); ALTER TABLE "pets" ADD CONSTRAINT "pets_fk" FOREIGN KEY ("owner") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action',
  'ALTER TABLE `people` ADD `motto` text',
  'ALTER TABLE "people" ADD COLUMN "motto" text collate "C"',
  "ALTER TABLE `people` ADD `motto` text DEFAULT 'none' NOT NULL",
  'ALTER TABLE "people" ADD COLUMN "shown" boolean DEFAULT false NOT NULL',
  '-- drop table people\ncreate table pets (id bigint)',
]

test.each(permitted)('%s is permitted', (statement) => {
  expect(forbiddenIn([{ name: '0001', statements: [statement] }])).toEqual([])
})

const refused: [statement: string, why: RegExp][] = [
  ['drop table people', /only .* be added/],
  ['ALTER TABLE `people` DROP COLUMN `motto`', /only be given columns/],
  ['ALTER TABLE "people" RENAME COLUMN "name" TO "names"', /only be given columns/],
  ['ALTER TABLE people RENAME TO persons', /only be given columns/],
  ['ALTER TABLE "people" ALTER COLUMN "name" SET NOT NULL', /only be given columns/],
  ['ALTER TABLE "people" ADD CONSTRAINT "named" CHECK (name is not null)', /only be given columns/],
  ['ALTER TABLE `people` ADD `motto` text NOT NULL', /inserts rows without it/],
  [
    'ALTER TABLE people ADD motto text DEFAULT NULL NOT NULL REFERENCES mottos(id)',
    /knows nothing of its 'references'/,
  ],
  ['ALTER TABLE people ADD number bigint UNIQUE', /knows nothing of its 'unique'/],
  [
    'ALTER TABLE people ADD at bigint DEFAULT (extract(epoch from clock_timestamp())) NOT NULL',
    /every row written anew/,
  ],
  ['CREATE INDEX people_motto ON people USING btree (motto)', /holds up every write/],
  ['CREATE UNIQUE INDEX people_motto ON people (motto)', /not unique/],
  ['create table pets (owner integer references people (id))', /keep the old program from removing/],
  ['insert into people (id) select id from persons', /only .* be added/],
  ['update people set motto = name', /only .* be added/],
  ['PRAGMA foreign_keys=OFF', /only .* be added/],
]

test.each(refused)('%s is refused', (statement, why) => {
  expect(forbiddenIn([{ name: '0001', statements: [statement] }])).toEqual([
    { migration: '0001', statement: expect.any(String), why: expect.stringMatching(why) },
  ])
})
