import { isWebAddress } from '#shared/story/web-address'
import type { CheckedStory, Part } from './checked-file'

/** The fields of stories and links that are addresses of pages. */
export const ADDRESSES: readonly string[] = ['webUrl', 'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl']

/** An address that no browser could take as it is. */
type BadAddress = { readonly part: Part; readonly field: string; readonly value: string }

/** All addresses of a story and its links that are none of the web as they are. */
export function badAddresses(story: CheckedStory): readonly BadAddress[] {
  const known = found.get(story)
  if (known !== undefined) return known
  const bad: BadAddress[] = []
  for (const part of story.parts) {
    for (const field of ADDRESSES) {
      const value = part.map.get(field)
      if (typeof value === 'string' && !isWebAddress(value)) bad.push({ part, field, value })
    }
  }
  found.set(story, bad)
  return bad
}

/** Several rules ask, one after the other. */
const found = new WeakMap<CheckedStory, readonly BadAddress[]>()

/**
 * The address as browsers read one that was copied carelessly: nothing around it, and no blanks in it.
 *
 * @returns `null` if it is no address of the web even so.
 */
export function mendedAddress(text: string): string | null {
  const mended = text.replace(AROUND, '').replace(/ /g, '%20')
  return isWebAddress(mended) ? mended : null
}

/** White space, and characters that show nothing. */
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu
