import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { allOf, noSelection, type Selection, withRange, withToggled } from './selection'
import { openStory, step } from './story-actions'

/** Chooses a story for a change of many, or no longer. */
export function toggleSelected(desk: Desk, id: StoryId): void {
  choose(desk, withToggled(desk.selection.getState(), id))
}

/** Goes some rows on and chooses all on the way, from where the range began. */
export function extendSelection(desk: Desk, by: number): void {
  const from = desk.view.getState().current
  step(desk, by)
  selectTo(desk, from, desk.view.getState().current)
}

/** Opens a story and chooses all from where the range began to it. */
export function selectUpTo(desk: Desk, id: StoryId): void {
  const from = desk.view.getState().current
  openStory(desk, id)
  selectTo(desk, from, id)
}

/** Chooses every story that the list holds. */
export function selectAll(desk: Desk): void {
  choose(desk, allOf(desk.list.getState().rows))
}

/** Chooses none. @returns whether there were any. */
export function clearSelection(desk: Desk): boolean {
  const had = desk.selection.getState().ids.size > 0
  if (had) choose(desk, noSelection)
  return had
}

function selectTo(desk: Desk, from: StoryId | null, to: StoryId | null): void {
  if (to === null) return
  choose(desk, withRange(desk.selection.getState(), desk.list.getState().rows, from, to))
}

function choose(desk: Desk, selection: Selection): void {
  desk.selection.setState(selection)
  const { size } = selection.ids
  desk.voice.announce(size === 0 ? 'None selected' : `${size.toLocaleString('en')} selected`)
}
