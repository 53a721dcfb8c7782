import type { StoryId } from '#shared/story/story-id'
import { alikePairs } from './alike-pairs'
import { type Fingerprint, fingerprintOf } from './fingerprint'
import { createGroups, type Groups } from './groups'
import type { KnownStory, StoryAndLinks } from './known-story'
import { createLinkFingerprints } from './link-fingerprints'
import type { Likeness } from './same-report'
import { titleWords } from './title-key'
import { rarityAmong, type WordRarity } from './word-rarity'

/** A story, or the link at a position (from 0) of a story's list. */
export type Spot =
  | { readonly kind: 'story'; readonly story: StoryId }
  | { readonly kind: 'link'; readonly of: StoryId; readonly at: number }

/** Two that are one report. In a list the one that stands first is `a`; a list's own story comes before its links. */
export type Duplicate = Likeness & { readonly a: Spot; readonly b: Spot }

/** What comparing over a whole library needs to know. */
type Library = {
  readonly groups: Groups
  readonly all: readonly Fingerprint[]
  readonly isRare: WordRarity
}

/**
 * All duplicates of a library: between stories, then list by list inside a list and against the story that has it.
 *
 * Of n that are one, n - 1 pairs are named, enough to see the group. Stories are paired in the order given.
 */
export function findDuplicates(library: readonly StoryAndLinks[]): readonly Duplicate[] {
  const stories = library.map(({ story }) => fingerprintOf(story))
  const links = createLinkFingerprints()
  const lists = library.map((one) => one.links.map(links.of))
  const all = [...stories, ...links.all]
  const isRare = rarityAmong(all.map(({ titleWords }) => titleWords))
  const groups = groupsAmong(all, isRare)

  const ofStories = library.map(
    ({ story }, at): Suspect => ({
      spot: { kind: 'story', story: story.id },
      fingerprint: stories[at] ?? fingerprintOf(story)
    })
  )
  const within = lists.flatMap((list, at) => {
    const members = [at, ...list.map((link) => stories.length + link)]
    const id = library[at]?.story.id
    return id === undefined ? [] : inOneList(id, members, { groups, all, isRare })
  })
  return [...duplicatesAmong(ofStories, isRare), ...within]
}

/**
 * Duplicates inside one list and between the list and its own story.
 *
 * @param isRare counts over the library (see `rarityOf`): one list knows too few titles to tell.
 */
export function duplicatesInList(
  { story, links }: StoryAndLinks,
  isRare: WordRarity
): readonly Duplicate[] {
  const suspects = [story, ...links].map((known, place) => ({
    spot: spotIn(story.id, place),
    fingerprint: fingerprintOf(known)
  }))
  return duplicatesAmong(suspects, isRare)
}

/** Which words are rare among the titles of a library. */
export const rarityOf = (stories: readonly KnownStory[]): WordRarity =>
  rarityAmong(stories.map(({ title }) => titleWords(title)))

/** @param member 0 for the list's own story, else the link's position plus 1. */
const spotIn = (of: StoryId, member: number): Spot =>
  member === 0 ? { kind: 'story', story: of } : { kind: 'link', of, at: member - 1 }

/** Stories and links that are one report, over the whole library. */
function groupsAmong(all: readonly Fingerprint[], isRare: WordRarity): Groups {
  const groups = createGroups(all.length)
  for (const { a, b } of alikePairs(all, isRare)) groups.join(a, b)
  return groups
}

/** Compares those members of a list that the library's groups hold to be one. */
function inOneList(
  of: StoryId,
  members: readonly number[],
  { groups, all, isRare }: Library
): readonly Duplicate[] {
  const sizes = new Map<number, number>()
  for (const member of members) {
    const group = groups.groupOf(member)
    sizes.set(group, (sizes.get(group) ?? 0) + 1)
  }
  const suspects = [...members.entries()].flatMap(([place, member]) => {
    const fingerprint = all[member]
    const alone = sizes.get(groups.groupOf(member)) === 1
    return alone || fingerprint === undefined ? [] : [{ spot: spotIn(of, place), fingerprint }]
  })
  return duplicatesAmong(suspects, isRare)
}

type Suspect = { readonly spot: Spot; readonly fingerprint: Fingerprint }

function duplicatesAmong(suspects: readonly Suspect[], isRare: WordRarity): readonly Duplicate[] {
  const fingerprints = suspects.map(({ fingerprint }) => fingerprint)
  return alikePairs(fingerprints, isRare).flatMap(({ a, b, ...likeness }) => {
    const [first, second] = [suspects[a], suspects[b]]
    if (first === undefined || second === undefined) return []
    return [{ ...likeness, a: first.spot, b: second.spot }]
  })
}
