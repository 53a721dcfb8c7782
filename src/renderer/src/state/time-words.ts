import { instantOf } from '#shared/story/instant'
import { remembered } from './remembered'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long ago, as short as it can be said: `now`, `18 min`, `2 h`, then the day, `12 Mar` or `12 Mar 2020`.
 *
 * @returns `null` for what is not a date. A date in the future is given as a day.
 */
export function age(text: string | null, now: Date): string | null {
  const instant = text === null ? null : instantOf(text)
  if (text === null || instant === null) return null
  const passed = now.getTime() - instant
  if (passed < 0 || passed >= DAY) return day(text, now.getUTCFullYear())
  if (passed < MINUTE) return 'now'
  return passed < HOUR ? `${Math.floor(passed / MINUTE)} min` : `${Math.floor(passed / HOUR)} h`
}

/** When something happened here, in this computer's own time: `14:05`, `12 Mar, 14:05`; within the hour to the second, `14:05:07`. */
export function momentWords(instant: number, now: Date): string {
  const moment = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`
  if (now.getTime() - instant < HOUR) return `${time}:${two(moment.getSeconds())}`
  if (moment.toDateString() === now.toDateString()) return time
  const date = `${moment.getDate()} ${MONTHS[moment.getMonth()]}`
  const year = moment.getFullYear() === now.getFullYear() ? '' : ` ${moment.getFullYear()}`
  return `${date}${year}, ${time}`
}

/** The day as the file writes it; its year only if it is not `plainYear`. @returns `null` for what is not a date. */
export function day(text: string | null, plainYear: number | null): string | null {
  const parts = written(text)
  if (parts === null) return null
  const { year, month, date } = parts
  return `${date} ${MONTHS[month - 1]}${year === plainYear ? '' : ` ${year}`}`
}

/** Day and time as the file writes them, in the file's own time zone: `12 Mar 2026, 09:23`. */
export function dayAndTime(text: string | null): string | null {
  const time = text === null ? null : /[T\s](\d\d?:\d\d)/i.exec(text)?.[1]
  const date = day(text, null)
  return date === null || time == null ? date : `${date}, ${time.padStart(5, '0')}`
}

/** The year that the file writes. */
export const yearOf = (text: string | null): number | null =>
  text === null ? null : writtenYear(text)

const writtenYear = remembered((text: string) => written(text)?.year ?? null)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function written(text: string | null) {
  if (text === null || instantOf(text) === null) return null
  const [year = 0, month = 1, date = 1] = (text.match(/\d+/g) ?? []).map(Number)
  return { year, month, date }
}
