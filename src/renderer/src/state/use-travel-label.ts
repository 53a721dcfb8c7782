import { useDeskState } from './desk-context'
import { nextAct } from './timeline'

/** What Undo (or Redo) would do now, in the editor's words; `null` if nothing. */
export function useTravelLabel(direction: 'undo' | 'redo'): string | null {
  const step = useDeskState(
    (desk) => desk.library,
    ({ state }) => state[direction]
  )
  const act = useDeskState(
    (desk) => desk.timeline,
    (timeline) => nextAct(timeline, direction)
  )
  return act === undefined || act.inFiles ? step : act.label
}
