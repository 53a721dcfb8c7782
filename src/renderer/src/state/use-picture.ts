import { pictureAddress } from '#shared/story/picture-address'
import { useDeskState } from './desk-context'

/** Turns pictures' addresses into what an `img` may ask for; `null`: nothing, or nothing without permission. */
export function usePictures(): (address: string | null) => string | null {
  const site = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.site
  )
  const remote = useDeskState(
    (desk) => desk.settings,
    ({ remotePictures }) => remotePictures
  )
  const isAllowed = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.remotePictures ?? true
  )
  return (address) => {
    const picture = pictureAddress(address, site)
    if (picture?.kind === 'library')
      return `pictures/${picture.path.split('/').map(encodeURIComponent).join('/')}`
    return picture !== null && remote && isAllowed ? picture.url : null
  }
}
