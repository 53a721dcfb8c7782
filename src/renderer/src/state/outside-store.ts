import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { LibraryEvent } from '#shared/library/library-state'
import type { StoryId } from '#shared/story/story-id'
import type { Voice } from './notice-store'
import { countOf } from './story-words'

/** What other programs did to stories of late, in one line; `null`: nothing, or it was said long enough. */
export type OutsideStore = StoreApi<{ readonly words: string | null }>

/** A robot writes story after story: it is said once it rests. In milliseconds. */
const REST = 1000
/** How long it can be read, in milliseconds. */
const STAY = 30_000

/** Says once, and calmly, how many stories other programs changed while the desk was open. */
export function createOutsideStore(
  transport: Pick<Transport, 'subscribe'>,
  voice: Voice
): OutsideStore {
  const store: OutsideStore = createStore(() => ({ words: null }))
  let touched = new Set<StoryId>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function say(): void {
    const words = `Merged ${countOf(touched.size, 'outside change', 'outside changes')}`
    touched = new Set()
    store.setState({ words })
    voice.announce(words)
    timer = setTimeout(() => store.setState({ words: null }), STAY)
  }

  transport.subscribe((event) => {
    const ids = touchedOutside(event)
    if (ids.length === 0) return
    for (const id of ids) touched.add(id)
    clearTimeout(timer)
    timer = setTimeout(say, REST)
  })
  return store
}

/** A story that was renamed is one change, though its old name goes and its new one comes. */
function touchedOutside({
  source,
  saved,
  removed,
  renamed = [],
  state
}: LibraryEvent): readonly StoryId[] {
  if (source !== 'disk' || state.phase !== 'open') return []
  const left = new Set(renamed.map(({ from }) => from))
  return [...saved.map(({ id }) => id), ...removed.filter((id) => !left.has(id))]
}
