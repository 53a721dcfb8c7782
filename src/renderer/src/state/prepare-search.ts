import { rowOf, searchText } from '#shared/library/query-row'
import type { Story } from '#shared/story/story'
import type { LibraryStore } from './library-store'

type Idle = (work: (deadline: Pick<IdleDeadline, 'timeRemaining'>) => void) => unknown

/** Stories that are prepared between two looks at the clock. */
const AT_ONCE = 50

/**
 * Brings the texts of all stories into the form that search compares, whenever the window has nothing else to do: else
 * the first letter that an editor searches for would have to wait for all of them.
 *
 * @returns what ends it
 */
export function prepareSearch(library: Pick<LibraryStore, 'getState' | 'subscribe'>, idle: Idle) {
  let waiting: Iterator<Story> | null = null
  let isAsked = false

  function work(deadline: Pick<IdleDeadline, 'timeRemaining'>): void {
    isAsked = false
    while (waiting !== null && deadline.timeRemaining() > 1) {
      for (let n = 0; n < AT_ONCE && waiting !== null; n += 1) {
        const { value, done } = waiting.next()
        if (done) waiting = null
        else searchText(rowOf(value))
      }
    }
    if (waiting !== null) ask()
  }

  function ask(): void {
    if (isAsked) return
    isAsked = true
    idle(work)
  }

  function prepare(): void {
    waiting = library.getState().stories.values()
    ask()
  }

  if (library.getState().stories.size > 0) prepare()
  const stop = library.subscribe(({ state, stories }, before) => {
    // Later changes are few stories, which the next search prepares by itself.
    const isNews = state.phase !== before.state.phase || before.state.phase !== 'open'
    if (isNews && stories.size > 0) prepare()
  })
  return () => {
    stop()
    waiting = null
  }
}
