import type { StoryId } from '#shared/story/story-id'
import { canonicalUrl } from './canonical-url'
import { GrowingNumbers } from './growing-numbers'
import type { KnownStory, StoryAndLinks } from './known-story'
import { TextIndex } from './text-index'
import { textWordsOf } from './text-words'

/** Something that can be suggested: a story of the library, or a link that some of its lists hold. */
export type Coverage = {
  readonly known: KnownStory
  /** Its canonical address; there is no coverage without one. */
  readonly page: string
  /** The stories in whose files it stands: itself, or those that link to it. */
  readonly sources: Set<StoryId>
}

/** Gaps that are tolerated before the index is built anew. */
const MOST_GAPS = 2000
const MINUTE_MS = 60_000
const NO_DATE = -(2 ** 31)

/**
 * All coverage that a library knows, with the index of its words. Always the same as one built anew from the same
 * stories, however it came about. The same link in many lists is held once.
 */
export class KnownCoverage {
  #texts = new TextIndex()
  /** By text of the index. */
  #coverage: (Coverage | null)[] = []
  /** By text: `publishedAt` in whole minutes, so that all can be looked at in no time. */
  #minutes = new GrowingNumbers()
  readonly #byPage = new Map<string, number[]>()
  /** The texts of each story's file; one twice if its list holds it twice. */
  readonly #bySource = new Map<StoryId, readonly number[]>()

  get texts(): TextIndex {
    return this.#texts
  }

  /** @returns `null` if it was removed. */
  at(text: number): Coverage | null {
    return this.#coverage[text] ?? null
  }

  /** @returns when it was published, in milliseconds, to the minute; `null` without a date. */
  publishedAt(text: number): number | null {
    const minutes = this.#minutes.values[text] ?? NO_DATE
    return minutes === NO_DATE ? null : minutes * MINUTE_MS
  }

  /** Whether a story of the library has this address. */
  isStory(page: string): boolean {
    return (this.#byPage.get(page) ?? []).some((text) => (this.at(text)?.known.id ?? null) !== null)
  }

  /** An order of all coverage that does not depend on how the index came about. */
  isBefore(a: number, b: number): boolean {
    const [first, second] = [this.at(a), this.at(b)]
    if (first === null || second === null) return second !== null
    if (first.page !== second.page) return first.page < second.page
    const field = FIELDS.find((name) => first.known[name] !== second.known[name])
    if (field === undefined) return false
    return String(first.known[field]) < String(second.known[field])
  }

  /** Adds a story and its links, or replaces what its file said before. */
  put({ story, links }: StoryAndLinks): void {
    this.remove(story.id)
    const texts = [story, ...links].map((known) => this.#hold(known, story.id))
    this.#bySource.set(
      story.id,
      texts.filter((text) => text !== null)
    )
  }

  /** Forgets a story and the links that only its list held. */
  remove(id: StoryId): void {
    for (const text of this.#bySource.get(id) ?? []) this.#release(text, id)
    this.#bySource.delete(id)
    if (this.#texts.gaps > MOST_GAPS + this.#texts.count) this.#rebuild()
  }
  /** @returns the number of its text, or `null` if it has no address. */
  #hold(known: KnownStory, source: StoryId): number | null {
    const page = canonicalUrl(known.webUrl ?? known.ampWebUrl)
    if (page === null) return null
    const held = (this.#byPage.get(page) ?? []).find((text) => {
      const coverage = this.at(text)
      return coverage !== null && isSame(coverage.known, known)
    })
    if (held !== undefined) {
      this.at(held)?.sources.add(source)
      return held
    }
    return this.#add({ known, page, sources: new Set([source]) })
  }

  #add(coverage: Coverage): number {
    const text = this.#texts.add(textWordsOf(coverage.known))
    this.#coverage[text] = coverage
    this.#minutes.push(minutesOf(coverage.known.publishedAt))
    const others = this.#byPage.get(coverage.page)
    if (others === undefined) this.#byPage.set(coverage.page, [text])
    else others.push(text)
    return text
  }

  #release(text: number, source: StoryId): void {
    const coverage = this.at(text)
    if (coverage === null) return
    coverage.sources.delete(source)
    if (coverage.sources.size > 0) return
    this.#coverage[text] = null
    this.#texts.remove(text)
    const others = (this.#byPage.get(coverage.page) ?? []).filter((other) => other !== text)
    if (others.length === 0) this.#byPage.delete(coverage.page)
    else this.#byPage.set(coverage.page, others)
  }

  /** Closes the gaps: texts get new numbers. */
  #rebuild(): void {
    const old = this.#coverage
    this.#texts = new TextIndex()
    this.#coverage = []
    this.#minutes = new GrowingNumbers()
    this.#byPage.clear()
    const renumbered = old.map((coverage) => (coverage === null ? -1 : this.#add(coverage)))
    for (const [source, texts] of this.#bySource) {
      this.#bySource.set(
        source,
        texts.map((text) => renumbered[text] ?? -1)
      )
    }
  }
}

/** What lies more than 4,000 years from 1970 counts as without a date. */
function minutesOf(publishedAt: number | null): number {
  const minutes = Math.round((publishedAt ?? Number.NaN) / MINUTE_MS)
  return Math.abs(minutes) < 2 ** 31 ? minutes : NO_DATE
}

const isSame = (a: KnownStory, b: KnownStory): boolean =>
  FIELDS.every((name) => a[name] === b[name])

/** All that tells coverage apart; what differs most often first. */
const FIELDS = ['id', 'title', 'publishedAt', 'webUrl', 'ampWebUrl', 'excerpt'] as const
