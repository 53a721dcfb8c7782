import type { StoryId } from '#shared/story/story-id'
import { type Duplicate, findDuplicates, type Spot } from '../related/duplicates'
import type { StoryAndLinks } from '../related/known-story'
import { terminalText } from './terminal-text'

/**
 * What `storydesk duplicates` prints: a line for each pair that is one report, as JSON for programs or to read. A story
 * is named by its path, a link by its address, the story whose list holds it (`of`) and its place there (`at`, from
 * 0), because a list may hold an address twice.
 */
export function* duplicateLines(
  library: readonly StoryAndLinks[],
  { json }: { readonly json: boolean }
): Generator<string> {
  const addressOf = addressesIn(library)
  for (const duplicate of findDuplicates(library)) {
    yield json ? jsonLine(duplicate, addressOf) : textLine(duplicate, addressOf)
  }
}

/** `null` for a link without an address. */
type AddressOf = (of: StoryId, at: number) => string | null

function addressesIn(library: readonly StoryAndLinks[]): AddressOf {
  const links = new Map(library.map((one) => [one.story.id, one.links]))
  return (of, at) => {
    const link = links.get(of)?.[at]
    return link?.webUrl ?? link?.ampWebUrl ?? null
  }
}

const jsonLine = ({ tier, a, b, why }: Duplicate, addressOf: AddressOf): string =>
  JSON.stringify({ tier, a: named(a, addressOf), b: named(b, addressOf), why })

const named = (spot: Spot, addressOf: AddressOf) =>
  spot.kind === 'story'
    ? { story: spot.story }
    : { link: addressOf(spot.of, spot.at), of: spot.of, at: spot.at }

function textLine({ tier, a, b, why }: Duplicate, addressOf: AddressOf): string {
  const shown = (spot: Spot): string =>
    spot.kind === 'story'
      ? spot.story
      : `link ${spot.at + 1} of ${spot.of} (${addressOf(spot.of, spot.at) ?? 'no address'})`
  return terminalText(`${tier}  ${shown(a)}  =  ${shown(b)}  ${why}`)
}
