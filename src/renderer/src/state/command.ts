import type { MenuSection } from '#shared/contract/menu-command'
import type { StoryId } from '#shared/story/story-id'
import { hasSelection } from './bulk-actions'
import type { Desk } from './desk'
import { type FocusPlace, focusPlaceSoon } from './focus-place'

/** Something that a key does. The same definition runs it and teaches it. */
export type Command = {
  readonly words: string
  /** Instead of these words, what it does in the library that is open; `null`: nothing. */
  readonly wordsNow?: ((desk: Desk) => string | null) | undefined
  /** What stands on the caps; several caps of a chord are pressed together, others are alternatives. */
  readonly caps: readonly string[]
  readonly matches: (event: KeyboardEvent) => boolean
  /** The key that is pressed right before it; its caps are then pressed one after the other. */
  readonly after?: string
  readonly run: (desk: Desk, press: Press) => void
  /** What it works on, if not on the desk: the open story, or fields of it that can be edited. */
  readonly on?: 'story' | 'fields'
  /** The menu it is in where windows have some; usually Story if it works on one, else Go. */
  readonly menu?: MenuSection
}

export type Press = {
  readonly shift: boolean
  /** How many rows one page of the list has. */
  readonly page: number
}

/** @returns `null` if the library that is open has no such command. */
export const wordsOf = ({ words, wordsNow }: Pick<Command, 'words' | 'wordsNow'>, desk: Desk) =>
  wordsNow === undefined ? words : wordsNow(desk)

/** Works on all selected stories if there are any, else on the open one. */
export const withChosen =
  (onAll: (desk: Desk) => void, onOne: (desk: Desk, id: StoryId) => void) =>
  (desk: Desk): void => {
    if (hasSelection(desk)) onAll(desk)
    else withCurrent(onOne)(desk)
  }

export const withCurrent =
  (work: (desk: Desk, id: StoryId) => void) =>
  (desk: Desk): void => {
    const { current } = desk.view.getState()
    if (current !== null) work(desk, current)
  }

/** Goes to a place of the list or of the story, also where only one of them is on screen. */
export function goTo(desk: Desk, place: FocusPlace): void {
  const isInStory = place !== 'list' && place !== 'search'
  if (isInStory && desk.selection.getState().ids.size > 1) {
    desk.voice.announce('Several stories are selected. Escape selects none.')
    return
  }
  desk.window.setState({
    showsStory: isInStory,
    ...(isInStory && { tab: 'story' }),
    ...(place === 'add-picture' && { showsMore: true })
  })
  focusPlaceSoon(place)
}

/** Runs the command of a key, if there is one among these. @returns whether there was. */
export function runCommand(
  commands: readonly Command[],
  desk: Desk,
  event: KeyboardEvent,
  page = 1
): boolean {
  const command = commands.find(({ matches }) => matches(event))
  command?.run(desk, { shift: event.shiftKey, page })
  return command !== undefined
}
