import { explain } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import type { Desk } from './desk'

/** Makes a story what it was until `when`, as one step, and says so. */
export async function restoreVersion(
  desk: Desk,
  id: StoryId,
  version: Version,
  when: string
): Promise<void> {
  const result = await desk.transport.call('versions.restore', { id, version }).catch(() => null)
  if (result?.ok) {
    return desk.voice.notify({
      kind: 'done',
      fact: `Restored: the story is as it was until ${when}.`,
      detail: 'One step: Undo brings the other version back.'
    })
  }
  desk.voice.notify({
    kind: 'problem',
    fact: 'Not restored.',
    detail: result === null ? 'The connection broke.' : explain(result.error)
  })
}
