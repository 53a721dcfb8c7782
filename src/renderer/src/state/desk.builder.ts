import type { Method, Params, Transport } from '#shared/contract/contract'
import { createEmitter } from '#shared/emitter'
import type { LibraryEvent, LibraryState } from '#shared/library/library-state'
import type { Story } from '#shared/story/story'
import { createDesk } from './desk'

const OPEN: LibraryState = {
  phase: 'open',
  folder: '/library',
  unreadable: [],
  progress: { read: 0, total: 0 },
  undo: null,
  redo: null,
  watching: 'events',
  site: { url: '', baseurl: '' },
  vocabulary: []
}

/** A whole desk on a host that holds these stories. @param answer what the host does for all but `library.open`. */
export async function aDesk(
  stories: readonly Story[],
  answer: (method: Method, params: unknown, tell: Tell) => unknown = () => null
) {
  const events = createEmitter<LibraryEvent>()
  let revision = 0
  let state = OPEN
  const tell: Tell = ({ state: next = {}, ...event }) => {
    revision += 1
    state = { ...state, ...next }
    events.emit({ revision, source: 'desk', saved: [], removed: [], ...event, state })
  }
  const transport = {
    subscribe: events.subscribe,
    connection: {
      subscribe(listener: (connection: 'open') => void) {
        listener('open')
        return () => {}
      }
    },
    host: { kind: 'browser', subscribe: () => () => {} },
    async call<M extends Method>(method: M, params: Params<M>) {
      if (method === 'library.open') return { revision, state, stories }
      return method === 'folder.recent' ? [] : answer(method, params, tell)
    }
  } as unknown as Transport
  const desk = createDesk(transport, aStorage(), aStorage())
  await Promise.resolve().then(() => {})
  return { desk, tell }
}

type Tell = (
  event: Partial<Omit<LibraryEvent, 'revision' | 'state'>> & {
    readonly state?: Partial<LibraryState>
  }
) => void

function aStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  } as unknown as Storage
}
