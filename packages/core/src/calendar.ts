import { day, hour, minute, second } from './time.ts'

/**
 * Dates are read and shown at the fixed offset +08:00. Asia/Shanghai has kept it since 1991; the summer times of
 * 1986–1991 and of the 1940s are left out on purpose, because a birthday written as a date must come back as that date.
 * This file calculates by itself: the platform's own date parsing forgives days that do not exist.
 */
const offset = 8 * hour

const form = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:(Z)|([+-])(\d{2}):(\d{2}))?)?$/i

// The proleptic Gregorian calendar repeats every 400 years of 146 097 days. Counting years from March puts the leap day
// at a year's end, and (153 m + 2) / 5 then gives the days before the m-th month.
const era = 146_097
const epoch = 719_468

/**
 * An instant in milliseconds since 1970, from a date (`2000-01-01`: its midnight at +08:00) or a date-time
 * (`2000-01-01T08:00:00.5+08:00`; a blank instead of `T`, without fraction, without offset: +08:00).
 * Undefined for anything else, 29 February of a common year included. Fractions are cut to milliseconds.
 */
export function parseInstant(text: string): number | undefined {
  const parts = form.exec(text)
  if (parts === null) return undefined
  const [year, month, dayOfMonth, hours, minutes, seconds] = parts.slice(1, 7).map((part) => Number(part ?? 0))
  if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const [, , , , , , , fraction = '', utc, sign, offsetHours = '00', offsetMinutes = '00'] = parts
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return undefined
  const given = Number(offsetHours) * hour + Number(offsetMinutes) * minute
  const east = utc ? 0 : sign === undefined ? offset : sign === '-' ? -given : given
  const time = hours * hour + minutes * minute + seconds * second + Number(fraction.padEnd(3, '0').slice(0, 3))
  return daysSinceEpoch(year, month, dayOfMonth) * day + time - east
}

/** `2000-01-01T00:00:00+08:00`; with milliseconds only where there are any. */
export function formatInstant(instant: number): string {
  const local = instant + offset
  const time = local - Math.floor(local / day) * day
  const [hours, minutes, seconds] = [hour, minute, second].map((unit, index) =>
    pad(Math.floor(time / unit) % (index === 0 ? 24 : 60)),
  )
  const fraction = time % second === 0 ? '' : `.${pad(time % second, 3)}`
  return `${formatDate(instant)}T${hours}:${minutes}:${seconds}${fraction}+08:00`
}

/** `2000-01-01`: the date of an instant at +08:00. */
export function formatDate(instant: number): string {
  const [year, month, dayOfMonth] = dateAt(dayOf(instant))
  return `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`
}

/** The day that an instant lies in at +08:00, counted from 1970-01-01. */
export const dayOf = (instant: number): number => Math.floor((instant + offset) / day)

/** Age in whole years by the dates at +08:00. Who was born on 29 February is a year older on 1 March of a common year. */
export function wholeYears(birthday: number, now: number): number {
  const [bornYear, bornMonth, bornDay] = dateAt(dayOf(birthday))
  const [year, month, dayOfMonth] = dateAt(dayOf(now))
  const hadBirthday = month > bornMonth || (month === bornMonth && dayOfMonth >= bornDay)
  return year - bornYear - (hadBirthday ? 0 : 1)
}

/** The earliest birthday that is taken: 1900-01-01T00:00:00+08:00. */
export const earliestBirthday = daysSinceEpoch(1900, 1, 1) * day - offset

function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return daysSinceEpoch(nextYear, nextMonth, 1) - daysSinceEpoch(year, month, 1)
}

function daysSinceEpoch(year: number, month: number, dayOfMonth: number): number {
  const y = month > 2 ? year : year - 1
  const yearOfEra = y - Math.floor(y / 400) * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return Math.floor(y / 400) * era + dayOfEra - epoch
}

function dateAt(days: number): [year: number, month: number, dayOfMonth: number] {
  const shifted = days + epoch
  const dayOfEra = shifted - Math.floor(shifted / era) * era
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (era - 1))
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  const year = yearOfEra + Math.floor(shifted / era) * 400 + (month <= 2 ? 1 : 0)
  return [year, month, dayOfYear - Math.floor((153 * m + 2) / 5) + 1]
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0')
}
