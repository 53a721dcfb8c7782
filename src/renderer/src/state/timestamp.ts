/**
 * A date as the files write it, `2026-03-12T09:23:00Z`, from a day with or without a time and a zone. Without a
 * time it is midnight, without a zone it is UTC.
 *
 * @returns `null` for what is no date of the calendar.
 */
export function timestampOf(text: string): string | null {
  const parts = WRITTEN.exec(text.trim())
  if (parts === null) return null
  const [, year = '', month = '', date = '', hour = '0', minute = '00', second = '00', rest = ''] =
    parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`
  const instant = new Date(`${day}T${time}Z`)
  // The calendar turns 30 February into a day of March.
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(day)) return null
  return `${day}T${time}${rest}${zoneOf(parts[8] ?? 'Z')}`
}

const WRITTEN =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt\s]+(\d\d?):(\d\d)(?::(\d\d)(\.\d+)?)?\s*([Zz]|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/

const zoneOf = (zone: string): string =>
  zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
