import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { splitKey } from './edit-key'
import type { MorePicture } from './more-fields'
import { countOf } from './story-words'

/** Moves a picture by one place, and says so. @returns whether it was moved: nothing lies before the first and behind the last. */
export async function movePicture(
  desk: Desk,
  id: StoryId,
  pictures: readonly MorePicture[],
  index: number,
  by: 1 | -1
): Promise<boolean> {
  const picture = pictures[index]
  const to = index + by
  if (picture === undefined || to < 0 || to >= pictures.length || isHeldUp(desk, id)) return false
  const op = { kind: 'move', picture: picture.data, index, by } as const
  const isSaved = await desk.listEdits.changePictures(id, op)
  if (isSaved) desk.voice.announce(`${picture.label}, moved to ${to + 1} of ${pictures.length}`)
  return isSaved
}

/** Takes a picture out of its story, and says so. @returns whether it was. */
export async function removePicture(
  desk: Desk,
  id: StoryId,
  pictures: readonly MorePicture[],
  index: number
): Promise<boolean> {
  const picture = pictures[index]
  if (picture === undefined || isHeldUp(desk, id)) return false
  const op = { kind: 'remove', picture: picture.data, index } as const
  const isSaved = await desk.listEdits.changePictures(id, op)
  const left = countOf(pictures.length - 1, 'picture', 'pictures')
  if (isSaved) desk.voice.announce(`${picture.label} removed. ${left} left`)
  return isSaved
}

/** What waits in a picture's field is kept by the picture's place, so it must be settled before that changes. */
function isHeldUp(desk: Desk, id: StoryId): boolean {
  const waits = [...desk.edits.store.getState().edits].some(([key, { trouble }]) => {
    const [field, story] = splitKey(key)
    return story === id && field.startsWith('images/') && trouble !== null
  })
  if (waits) {
    desk.voice.notify({
      kind: 'problem',
      fact: 'The pictures stay as they are.',
      detail: 'A field of one of them is not saved yet. Settle that first.'
    })
  }
  return waits
}
