import { pictureAddress } from '#shared/story/picture-address'
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from '../../front-matter/value'
import { textOf } from '../story-of'
import { storyRule } from './rule'

/** A picture of the site's own that is not there. Pictures on the web are not asked for. */
export const missingPicture = storyRule({
  severity: 'warning',
  about: 'A relative picture is not in the library.',
  *find({ parts }, { site, hasFile }) {
    // A theme may bring this folder.
    const isOthers = (path: string) => path.startsWith('assets/') && !hasFile('assets')
    for (const { path, map, name } of parts) {
      for (const { at, address } of picturesOf(map)) {
        if (address.trim() === '' || ABSOLUTE.test(address)) continue
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

function picturesOf(map: YamlMap): readonly PictureAt[] {
  const provider = map.get('provider')
  return [
    ...inList(map.get('images'), ['images']),
    ...(isYamlMap(provider) ? inList(provider.get('images'), ['provider', 'images']) : [])
  ]
}

/** Each item is a map with `url`, or the address itself. */
function inList(list: YamlValue | undefined, path: readonly string[]): readonly PictureAt[] {
  if (!isYamlList(list)) return []
  return list.flatMap((item, at) => {
    const address = isYamlMap(item) ? textOf(item.get('url')) : textOf(item)
    const place = [...path, String(at), ...(isYamlMap(item) ? ['url'] : [])]
    return address === null ? [] : [{ at: place, address }]
  })
}
