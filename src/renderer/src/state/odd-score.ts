import type { FieldValue } from './field-edit'

/** Why a score shows no number although the file says something; `null` if it does not, or says a number. */
export function oddScore(value: FieldValue): string | null {
  if (value === undefined || value === null || typeof value === 'number') return null
  const said = typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
  return `The file says ${said}, which is not a number.`
}
