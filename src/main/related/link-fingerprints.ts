import { type Fingerprint, fingerprintOf } from './fingerprint'
import type { KnownStory } from './known-story'

/** Takes the fingerprint of each link once: a robot writes the same link into many lists. */
export function createLinkFingerprints() {
  const numbers = new Map<string, number>()
  const all: Fingerprint[] = []
  return {
    all: all as readonly Fingerprint[],
    /** @returns the link's place in `all`. */
    of(link: KnownStory): number {
      const { title, excerpt, publishedAt, webUrl, ampWebUrl } = link
      const content = JSON.stringify([webUrl, ampWebUrl, title, excerpt, publishedAt])
      const known = numbers.get(content)
      if (known !== undefined) return known
      numbers.set(content, all.length)
      return all.push(fingerprintOf(link)) - 1
    }
  }
}
