import { isWebAddress } from '#shared/story/web-address'

/** The fields of stories and links that are addresses of pages. */
export const ADDRESSES: readonly string[] = ['webUrl', 'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl']

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
