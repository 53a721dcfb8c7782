import type * as z from 'zod'

type Issue = z.core.$ZodIssue

/** The first of the reasons why a value cannot hold, with its place in the value, as a sentence in plain words. */
export function firstReason([issue]: readonly Issue[]): string {
  if (issue === undefined) return 'This cannot be.'
  const place = issue.path.map((at) => (typeof at === 'number' ? `number ${at + 1}` : String(at)))
  const words = [...place, reasonOf(issue)].join(': ')
  return words.endsWith('.') ? words : `${words}.`
}

function reasonOf(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    const isMissing = issue.message.endsWith('received undefined')
    return isMissing
      ? 'This is missing.'
      : `This must be ${KINDS[issue.expected] ?? 'another value'}.`
  }
  if (issue.code === 'too_small')
    return isLength(issue.origin) ? 'This is empty.' : `This must be ${issue.minimum} or more.`
  if (issue.code === 'too_big') return `${tooBig(issue.origin, String(issue.maximum))}.`
  if (issue.code === 'unrecognized_keys') return `There is no “${issue.keys[0]}” here.`
  if (issue.code === 'invalid_value') return `This must be ${issue.values.join(' or ')}.`
  return issue.message // our own words
}

function tooBig(origin: string, most: string): string {
  if (origin === 'array') return `These are too many: ${most} at most`
  return origin === 'string'
    ? `This is longer than ${most} characters`
    : `This must be ${most} or less`
}

const isLength = (origin: string): boolean => origin === 'array' || origin === 'string'

/** What a value should be, by the name that the schema has for it. */
const KINDS: { readonly [expected: string]: string | undefined } = {
  array: 'a list',
  object: 'names with values below it',
  record: 'names with values below it',
  boolean: 'true or false',
  string: 'a text',
  number: 'a number',
  int: 'a whole number'
}
