import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { Json } from '#shared/json'
import { assertNever } from '#shared/result'
import type { LinkMove } from '#shared/story/link-move'
import type { StoryChange } from '#shared/story/story-change'
import { explain, type StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { DetailStore } from './detail-store'
import type { LinkOp } from './link-ops'
import type { Voice } from './notice-store'
import { applyPictureOp, type PictureOp } from './picture-ops'

/** A change of topics that was asked for and is not yet confirmed. */
export type TopicOp = { readonly kind: 'add' | 'remove'; readonly topic: string }

type Waiting<T> = { readonly id: StoryId; readonly op: T }

type ListEdits = {
  readonly links: readonly Waiting<LinkOp>[]
  readonly topics: readonly Waiting<TopicOp>[]
}

export type ListEditStore = {
  readonly store: StoreApi<ListEdits>
  /** Both show at once, and go back with a notice if they cannot be saved. @returns whether it was saved. */
  readonly changeLinks: (id: StoryId, op: LinkOp) => Promise<boolean>
  readonly changeTopics: (id: StoryId, op: TopicOp) => Promise<boolean>
  /** Takes a link from one story to another. @returns whether it was; if not, a notice says why. */
  readonly moveLink: (move: LinkMove) => Promise<boolean>
  /** Shows once it is saved. @returns whether it was; if not, a notice says why. */
  readonly changePictures: (id: StoryId, op: PictureOp) => Promise<boolean>
  /** Puts the links of a story in the order of their quality, as one step, and says so. */
  readonly sortLinks: (id: StoryId) => Promise<boolean>
}

/** Changes of lists on their way to the library. Sent one after the other, because each is planned on the last. */
export function createListEditStore(
  transport: Transport,
  details: DetailStore,
  voice: Voice
): ListEditStore {
  const store = createStore<ListEdits>(() => ({ links: [], topics: [] }))
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  async function send(
    id: StoryId,
    change: StoryChange,
    notDoneWords = NOT_DONE[change.kind] ?? 'Not changed.'
  ): Promise<boolean> {
    const result = await transport
      .call('story.change', { id, change, fold: null })
      .catch(() => null)
    if (result?.ok) return true
    notDone(notDoneWords, result?.error)
    return false
  }

  /** Planned on the pictures as they are when its turn comes: the change before it may have moved them. */
  async function sendPictures(id: StoryId, op: PictureOp): Promise<boolean> {
    const words = `The picture was not ${PAST[op.kind]}.`
    const was = (await details.read(id))?.data.images ?? undefined
    const value = applyPictureOp(Array.isArray(was) ? (was as readonly Json[]) : [], op)
    if (value === null) {
      notDone(words, { code: 'gone', id, what: 'The picture' })
      return false
    }
    const change: StoryChange = {
      kind: 'set',
      field: 'images',
      ...(was !== undefined && { was }),
      // A story without pictures has no list of them.
      ...(value.length > 0 && { value: [...value] })
    }
    const isSaved = await send(id, change, words)
    if (isSaved) await details.reread(id)
    return isSaved
  }

  /** The list shows again what the file says, so the words say what did not happen to it. */
  function notDone(fact: string, error: StoryError | undefined): void {
    const detail =
      error === undefined ? 'The connection broke before it was confirmed.' : explain(error)
    voice.notify({ kind: 'problem', fact, detail })
  }

  return {
    store,
    changeLinks(id, op) {
      const waiting = { id, op }
      store.setState(({ links }) => ({ links: [...links, waiting] }))
      return inTurn(async () => {
        const isSaved = await send(id, linkChange(op))
        // Until the list as saved is here, dropping the wish would show the old order for a moment.
        if (isSaved) await details.reread(id)
        store.setState(({ links }) => ({ links: links.filter((each) => each !== waiting) }))
        return isSaved
      })
    },
    sortLinks: (id) =>
      inTurn(async () => {
        const outcome = await transport
          .call('bulk.change', { ids: [id], change: { kind: 'sort-links' } })
          .catch(() => null)
        const [error] = outcome?.failed ?? []
        if (outcome === null || error !== undefined) {
          notDone('The links were not sorted.', error)
          return false
        }
        await details.reread(id)
        voice.announce('Links sorted by quality')
        return true
      }),
    moveLink: (move) =>
      inTurn(async () => {
        const result = await transport.call('link.move', move).catch(() => null)
        if (!result?.ok) notDone('The link was not moved.', result?.error)
        else await Promise.all([details.reread(move.from), details.reread(move.to)])
        return result?.ok ?? false
      }),
    changePictures: (id, op) => inTurn(() => sendPictures(id, op)),
    changeTopics(id, op) {
      const waiting = { id, op }
      store.setState(({ topics }) => ({ topics: [...topics, waiting] }))
      return inTurn(async () => {
        const isSaved = await send(id, topicChange(op))
        store.setState(({ topics }) => ({ topics: topics.filter((each) => each !== waiting) }))
        return isSaved
      })
    }
  }
}

const NOT_DONE: { readonly [kind in StoryChange['kind']]?: string } = {
  'add-topic': 'The topic was not added.',
  'remove-topic': 'The topic was not removed.',
  'move-link': 'The link was not moved.',
  'remove-link': 'The link was not removed.',
  'add-link': 'The link was not added.'
}

const PAST = { add: 'added', remove: 'removed', move: 'moved' } as const

/** The topics after these changes. */
export function applyTopicOps(
  topics: readonly string[],
  ops: readonly TopicOp[]
): readonly string[] {
  let list = topics
  for (const { kind, topic } of ops) {
    const rest = list.filter((each) => each !== topic)
    if (kind === 'remove') list = rest
    else if (rest.length === list.length) list = [...list, topic]
  }
  return list
}

function linkChange(op: LinkOp): StoryChange {
  switch (op.kind) {
    case 'move':
      return { kind: 'move-link', link: op.link, before: op.before }
    case 'remove':
      return { kind: 'remove-link', link: op.link }
    case 'add':
      return { kind: 'add-link', link: op.link, before: op.before, after: op.after }
    default:
      return assertNever(op)
  }
}

const topicChange = ({ kind, topic }: TopicOp): StoryChange =>
  kind === 'add' ? { kind: 'add-topic', topic, before: null } : { kind: 'remove-topic', topic }
