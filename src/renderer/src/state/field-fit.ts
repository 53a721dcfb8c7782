import { fail, ok, type Result } from '#shared/result'
import { pictureAddress } from '#shared/story/picture-address'
import { webAddress } from '#shared/story/web-address'
import type { FieldValue } from './field-edit'
import { type FieldName, lastKey, linkOfField } from './field-name'
import { oneLine, plainText } from './plain-text'
import { timestampOf } from './timestamp'

/**
 * Brings what was typed into the form in which the file keeps it: without control characters and, but for an excerpt,
 * in one line. An address or a date that is emptied goes away.
 *
 * @returns why it does not fit the field, in words for the editor.
 */
export function fitField(name: FieldName, value: FieldValue): Result<FieldValue, string> {
  if (typeof value !== 'string') return ok(value)
  if (ADDRESSES.has(lastKey(name))) return fitAddress(name, value.trim())
  if (lastKey(name) === 'url') return fitPicture(value.trim())
  if (DATES.has(lastKey(name))) return fitDate(value.trim())
  return ok(lastKey(name) === 'excerpt' ? plainText(value) : oneLine(value))
}

const ADDRESSES = new Set(['webUrl', 'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl'])
const DATES = new Set(['publishedDateTime', 'updatedDateTime'])

function fitAddress(name: FieldName, text: string): Result<FieldValue, string> {
  if (text === '')
    return linkOfField(name) === null ? ok(undefined) : fail('A link needs an address')
  return webAddress(text) === null
    ? fail('An address starts with https:// or http:// and holds no blanks')
    : ok(text)
}

/** Of the web, or below the folder of the site. */
function fitPicture(text: string): Result<FieldValue, string> {
  const isPath = pictureAddress(text, { url: '', baseurl: '' })?.kind === 'library'
  return isPath || webAddress(text) !== null
    ? ok(text)
    : fail('A picture needs an address: https://… or a path of the site')
}

function fitDate(text: string): Result<FieldValue, string> {
  if (text === '') return ok(undefined)
  const timestamp = timestampOf(text)
  return timestamp === null ? fail('A date and time like 2026-03-12 09:23') : ok(timestamp)
}
