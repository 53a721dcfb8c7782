import { linkKeys } from '#shared/story/link-key'
import { toJson, type YamlValue } from '../front-matter/value'

type Items = readonly YamlValue[]

/** What each item of three lists is called: an item that is the same link in two of them has the same name there. */
export type ItemNames = {
  readonly base: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}

/**
 * Recognises the items of a list by their address (see `linkKeys`). Of several with one address, those that are
 * the same to the last field belong together, then the others in their order: if one of two goes, the other one
 * was not changed.
 */
export function matchItems(base: Items, ours: Items, theirs: Items): ItemNames {
  const known = addressed(base)
  return {
    base: known.map((_, at) => String(at)),
    ours: namesIn(known, addressed(ours)),
    theirs: namesIn(known, addressed(theirs))
  }
}

type Addressed = { readonly address: string; readonly whole: string }

function addressed(items: Items): readonly Addressed[] {
  const json = items.map(toJson)
  return linkKeys(json).map((key, at) => ({
    address: key.slice(key.indexOf(':') + 1),
    whole: JSON.stringify(json[at])
  }))
}

function namesIn(base: readonly Addressed[], side: readonly Addressed[]): readonly string[] {
  const names: (string | undefined)[] = side.map(() => undefined)
  const free = new Map<string, number[]>()
  for (const [at, { address }] of base.entries())
    free.set(address, [...(free.get(address) ?? []), at])

  const claim = (matches: (item: Addressed, known: Addressed) => boolean) => {
    for (const [at, item] of side.entries()) {
      const places = names[at] === undefined ? (free.get(item.address) ?? []) : []
      const found = places.findIndex((place) => matches(item, base[place] as Addressed))
      if (found !== -1) names[at] = String(places.splice(found, 1)[0])
    }
  }
  claim((item, known) => item.whole === known.whole)
  claim(() => true)

  const added = new Map<string, number>()
  return side.map(({ address }, at) => {
    const name = names[at]
    if (name !== undefined) return name
    const occurrence = (added.get(address) ?? 0) + 1
    added.set(address, occurrence)
    return `${occurrence}:${address}`
  })
}
