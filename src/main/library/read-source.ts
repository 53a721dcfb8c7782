import { ok, type Result } from '#shared/result'
import type { StorySource } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { openStory } from './read-file'

/** Nobody reads further, in bytes. */
const MOST_SHOWN = 2 * 1024 * 1024

/** Reads the file of a story of the library at `root`, a real path, as text. A BOM stays, so that it can be seen. */
export function readSource(root: string, id: StoryId): Result<StorySource, StoryError> {
  const opened = openStory(root, id)
  if (!opened.ok) return opened
  const { bytes, version } = opened.value
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, MOST_SHOWN))
  return ok({ version, text, isCut: bytes.length > MOST_SHOWN })
}
