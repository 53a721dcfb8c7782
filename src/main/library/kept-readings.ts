import type { Version } from '#shared/story/story-id'
import { type ReadResult, readFrontMatter } from '../front-matter/read'

/** Reads front matter, and remembers what it read last: an editor reads a story, then changes it, and again. */
export type KeptReadings = {
  read(version: Version, bytes: Uint8Array): ReadResult
  /** Remembers what these bytes are known to say. */
  keep(version: Version, reading: ReadResult): void
  /** Does what a change of the latest reading will need first. */
  prepare(): void
}

/** What a story said, and what it was changed to. The engine copies what lives as often as it makes room. */
const MOST = 2
/** Larger stories are read each time: what is remembered takes many times as much memory. */
const LARGEST = 1024 * 1024

export function createKeptReadings(): KeptReadings {
  const kept = new Map<Version, ReadResult>()

  function keep(version: Version, reading: ReadResult): void {
    if (reading.kind === 'front-matter' && reading.frontMatter.text.length > LARGEST) return
    kept.delete(version)
    kept.set(version, reading)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break
      kept.delete(oldest)
    }
  }

  return {
    keep,
    prepare() {
      const latest = [...kept.values()].at(-1)
      if (latest?.kind === 'front-matter') latest.frontMatter.root()
    },
    read(version, bytes) {
      const reading = kept.get(version) ?? readFrontMatter(bytes)
      keep(version, reading)
      return reading
    }
  }
}
