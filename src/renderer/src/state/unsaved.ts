import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { Library } from './library-store'
import type { Notice, Voice } from './notice-store'

/** The notice that something is not saved. It goes away when that is over. */
export function createUnsavedNotice(voice: Voice) {
  let told: Notice | null = null
  let isWaiting = false

  function takeBack(): void {
    if (told !== null) voice.settle(told)
  }
  return {
    tell(detail: string): void {
      isWaiting = true
      told = { kind: 'problem', fact: 'Not saved.', detail }
      voice.notify(told)
    },
    /** Says it to the ear only: for the eye it stands elsewhere. */
    whisper(text: string): void {
      isWaiting = true
      voice.announce(text)
    },
    takeBack,
    /** Nothing waits any more. */
    end(): void {
      if (!isWaiting) return
      isWaiting = false
      takeBack()
      voice.announce('Everything is saved now.')
    }
  }
}

/** Whether that is what a folder that is away looks like. */
export const isGone = ({ code }: StoryError): boolean => code === 'not-found' || code === 'disk'

/** Whether the same change may be taken at another time. */
export const mayPass = (error: StoryError): boolean => isGone(error) || error.code === 'problem'

/** Whether a story is there and its file can be read. */
export const canBeEdited = ({ stories }: Library, id: StoryId): boolean =>
  stories.get(id)?.problem === null
