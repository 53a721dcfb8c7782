import { pictureAddress } from '#shared/story/picture-address'
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from '../../front-matter/value'
import { storyRule } from './rule'

/** A picture of the site's own that is not there. Pictures on the web are not asked for. */
export const missingPicture = storyRule({
  severity: 'warning',
  about: 'A relative picture is not in the library.',
  *find({ parts }, { site, hasFile }) {
    // A theme may bring this folder.
    const isOthers = (path: string) => path.startsWith('assets/') && !hasFile('assets')
    for (const { path, map, name } of parts) {
      for (const { at, address } of relativePictures(map)) {
        const picture = pictureAddress(address, site)
        const file = picture?.kind === 'library' ? picture.path : null
        if (file !== null && (hasFile(file) || isOthers(file))) continue
        yield {
          message: `${name}: there is no picture at ${file ?? address}.`,
          at: [...path, ...at]
        }
      }
    }
  }
})

const ABSOLUTE = /^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i

type PictureAt = { readonly at: readonly string[]; readonly address: string }

/** Addresses of the site's own pictures. */
function relativePictures(map: YamlMap): readonly PictureAt[] {
  const found: PictureAt[] = []
  addRelative(found, map.get('images'), [])
  const provider = map.get('provider')
  if (isYamlMap(provider)) addRelative(found, provider.get('images'), ['provider'])
  return found
}

/** Each item is a map with `url`, or the address itself. */
function addRelative(
  found: PictureAt[],
  list: YamlValue | undefined,
  holder: readonly string[]
): void {
  if (!isYamlList(list)) return
  for (const [position, item] of list.entries()) {
    const address = isYamlMap(item) ? item.get('url') : item
    if (typeof address !== 'string' || ABSOLUTE.test(address) || address.trim() === '') continue
    const place = [...holder, 'images', String(position)]
    found.push({ at: isYamlMap(item) ? [...place, 'url'] : place, address })
  }
}
