import type { LibraryState } from '#shared/library/library-state'
import { pictureAddress } from '#shared/story/picture-address'
import { useDeskState } from './desk-context'

/** Turns pictures' addresses into what an `img` may ask for; `null`: nothing, or nothing without permission. */
export function usePictures(): (address: string | null) => string | null {
  const site = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.site
  )
  const remotePictures = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.remotePictures ?? true
  )
  const isWanted = useDeskState(
    (desk) => desk.settings,
    ({ remotePictures }) => remotePictures
  )
  return (address) => pictureSource(address, { site, remotePictures }, isWanted)
}

/**
 * @param isWanted whether the person switched pictures from the web on; the library can still forbid them
 * @returns as `usePictures`.
 */
export function pictureSource(
  address: string | null,
  { site, remotePictures = true }: Pick<LibraryState, 'site' | 'remotePictures'>,
  isWanted: boolean
): string | null {
  const picture = pictureAddress(address, site)
  if (picture?.kind === 'library')
    return `pictures/${picture.path.split('/').map(encodeURIComponent).join('/')}`
  return picture !== null && isWanted && remotePictures ? picture.url : null
}
