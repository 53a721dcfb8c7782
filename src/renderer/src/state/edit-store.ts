import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { LinkKey } from '#shared/story/story'
import { explain } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { Draft } from './drafts'
import { type EditKey, editKey, splitKey } from './edit-key'
import { backNotice, lateNotice } from './edit-notices'
import { followLibrary } from './edits-follow-library'
import {
  beginEdit,
  type FieldAction,
  type FieldEdit,
  type FieldValue,
  isIdle,
  isOver,
  needsSending,
  reduceEdit
} from './field-edit'
import { fitField } from './field-fit'
import {
  changeOf,
  type FieldName,
  fieldWords,
  isTextField,
  linkField,
  linkOfField
} from './field-name'
import type { LibraryStore } from './library-store'
import type { LinkNames } from './link-names'
import type { Voice } from './notice-store'
import { sameJson } from './same-json'
import { canBeEdited, createUnsavedNotice, isGone, mayPass } from './unsaved'

type Edits = {
  readonly edits: ReadonlyMap<EditKey, FieldEdit>
  /** When a text was last saved, so that its field can show a tick for a moment. */
  readonly savedKey: EditKey | null
  readonly saves: number
}

export type EditStore = {
  readonly store: StoreApi<Edits>
  /** A cursor enters a text field that says `saved`. */
  readonly enter: (id: StoryId, field: FieldName, saved: FieldValue) => void
  /** What the field should say; nothing is sent yet. */
  readonly want: (id: StoryId, field: FieldName, saved: FieldValue, value: FieldValue) => void
  /**
   * Sends what is wanted; changes with the same `fold` that follow each other are one undo step.
   *
   * @returns whether the file says now what is wanted.
   */
  readonly commit: (id: StoryId, field: FieldName, fold: string | null) => Promise<boolean>
  readonly leave: (id: StoryId, field: FieldName, fold: string | null) => void
  /**
   * Escape: back to what the field said when the cursor came. What was saved since is saved whole and then taken back, as
   * a step of its own that is announced, so that Undo brings it again. What was not saved is given up.
   */
  readonly takeBack: (id: StoryId, field: FieldName, fold: string | null) => void
  /** The file says `saved` by now: a field in which nothing was typed goes along, after Undo for one. */
  readonly follow: (id: StoryId, field: FieldName, saved: FieldValue) => void
  /** Settles a clash: the editor's value, or the one on disk. */
  readonly keepYours: (id: StoryId, field: FieldName) => void
  readonly takeTheirs: (id: StoryId, field: FieldName) => void
  /** Sends again what could not be saved. Happens by itself when connection, folder or story are back. */
  readonly retry: () => void
  /** Goes on with what was typed before the page was loaded again. */
  readonly resume: (key: EditKey, draft: Draft) => void
  /** A link has another key by now: what was not saved of it goes on under that. */
  readonly renameLink: (id: StoryId, from: LinkKey, to: LinkKey) => void
}

/**
 * Every field that an editor is changing, of every story. An edit outlives its field, so what was typed is not lost
 * when another story is opened before it could be saved.
 *
 * @param undo takes the last step back.
 */
export function createEditStore(
  transport: Transport,
  library: LibraryStore,
  voice: Voice,
  names: LinkNames,
  undo: () => void
): EditStore {
  const renaming = new Map<`${StoryId} ${LinkKey}`, Promise<LinkKey>>()
  const notice = createUnsavedNotice(voice)
  const store = createStore<Edits>(() => ({ edits: new Map(), savedKey: null, saves: 0 }))
  const find = (id: StoryId, field: FieldName) => store.getState().edits.get(editKey(id, field))

  function put(id: StoryId, field: FieldName, edit: FieldEdit | null): void {
    const edits = new Map(store.getState().edits)
    if (edit === null || isOver(edit)) edits.delete(editKey(id, field))
    else edits.set(editKey(id, field), edit)
    store.setState({ edits })
  }

  function act(id: StoryId, field: FieldName, action: FieldAction): void {
    const edit = find(id, field)
    if (edit !== undefined) put(id, field, reduceEdit(edit, action))
  }

  async function commit(id: StoryId, field: FieldName, fold: string | null): Promise<boolean> {
    const link = linkOfField(field)
    const going = link === null ? undefined : renaming.get(`${id} ${link.link}`)
    if (link === null || (going === undefined && link.field !== 'webUrl')) {
      return send(id, field, field, fold)
    }
    if (going === undefined) return rename(id, link.link, field, fold)
    const name = linkField(await going, link.field)
    return send(id, find(id, name) === undefined ? field : name, name, fold)
  }

  /** Gives a link another address. Its other fields wait until it is known under which key they go on. */
  async function rename(
    id: StoryId,
    link: LinkKey,
    field: FieldName,
    fold: string | null
  ): Promise<boolean> {
    const address = fitted(id, field)?.value
    const key = typeof address === 'string' ? names.keyAfter(id, link, address) : link
    const sending = send(id, field, field, fold)
    const going = sending.then(async (isSaved) => {
      if (isSaved && key !== link) await names.reread(id)
      return isSaved ? key : link
    })
    renaming.set(`${id} ${link}`, going)
    await going
    renaming.delete(`${id} ${link}`)
    return sending
  }

  /** Sends what is wanted of `field`; the file may know it as `name` by now. */
  async function send(
    id: StoryId,
    field: FieldName,
    name: FieldName,
    fold: string | null
  ): Promise<boolean> {
    const edit = fitted(id, field)
    if (edit === undefined || !needsSending(edit)) return edit === undefined || isOver(edit)
    const { saved, value, isBack } = edit
    act(id, field, { kind: 'sent' })
    const change = changeOf(name, saved, value)
    const step = { id, change, fold: isBack ? null : fold }
    const result = await transport.call('story.change', step).catch(() => null)

    if (result === null) lost(id, field)
    else if (!result.ok) {
      act(id, field, { kind: 'refused', error: result.error })
      refused(id, field)
    } else {
      act(id, field, { kind: 'saved', value })
      settle()
      store.setState(({ saves }) => ({ saves: saves + 1, savedKey: editKey(id, field) }))
      if (isBack) voice.notify(backNotice(field, undo))
      // Only what was asked for meanwhile: text goes on its own clock.
      const now = find(id, field)
      if (!isTextField(field) || now?.typing === false || now?.isBack) {
        await commit(id, field, fold)
      }
    }
    return result?.ok ?? false
  }

  /** The edit with its value in the form of the file. What does not fit waits, and says why. */
  function fitted(id: StoryId, field: FieldName): FieldEdit | undefined {
    const edit = find(id, field)
    if (edit === undefined || !needsSending(edit)) return edit
    const fit = fitField(field, edit.value)
    if (fit.ok) act(id, field, { kind: 'wanted', value: fit.value })
    else {
      act(id, field, { kind: 'unfit', reason: fit.error })
      voice.announce(fit.error)
    }
    return find(id, field)
  }

  function refused(id: StoryId, field: FieldName): void {
    const trouble = find(id, field)?.trouble
    if (trouble?.kind === 'refused' && isGone(trouble.error) && isAway()) wait(id, field)
    else if (trouble?.kind === 'refused') {
      notice.tell(explain(trouble.error))
      if (!isTextField(field) && !mayPass(trouble.error)) put(id, field, null)
    }
    if (trouble?.kind === 'conflict') {
      voice.announce(
        `${fieldWords(field)} was changed on disk while you edited it. Choose which one to keep.`
      )
      if (field === 'published') put(id, field, null)
    }
  }

  function lost(id: StoryId, field: FieldName): void {
    act(id, field, { kind: 'lost' })
    notice.tell('The connection broke. Your change stays here and is saved when it is back.')
  }

  /** The banner tells that the folder is away, and the field that it waits: that is notice enough. */
  function wait(id: StoryId, field: FieldName): void {
    act(id, field, { kind: 'away' })
    notice.whisper('Not saved yet: the folder is not there. It is saved when the folder is back.')
  }

  /** Takes the notice back once nothing waits any more. */
  function settle(): void {
    const isWaiting = [...store.getState().edits.values()].some(({ trouble }) => trouble !== null)
    if (!isWaiting) notice.end()
  }

  const isAway = (): boolean => library.getState().state.phase === 'away'

  const { retry } = followLibrary(library, {
    all: () => store.getState().edits,
    put,
    act,
    commit,
    onAway: notice.takeBack,
    onLate: (id, fields) =>
      voice.notify(lateNotice(library.getState().stories.get(id), fields, undo))
  })

  return {
    store,
    enter: (id, field, saved) =>
      put(id, field, { ...(find(id, field) ?? beginEdit(saved, true)), typing: true }),
    want(id, field, saved, value) {
      const edit = find(id, field) ?? beginEdit(saved, false)
      put(id, field, reduceEdit(edit, { kind: 'wanted', value }))
    },
    commit,
    leave(id, field, fold) {
      act(id, field, { kind: 'left' })
      void commit(id, field, fold)
    },
    takeBack(id, field, fold) {
      const edit = find(id, field)
      if (edit === undefined) return
      if (edit.trouble?.kind === 'conflict')
        return voice.announce('Choose first which one to keep.')
      if (!sameJson(edit.saved, edit.before)) void commit(id, field, fold)
      act(id, field, { kind: 'back' })
      settle()
      if (find(id, field)?.isBack) void commit(id, field, null)
      else voice.announce(`The ${fieldWords(field)} stays as it was`)
    },
    follow(id, field, saved) {
      const edit = find(id, field)
      if (edit === undefined || !isIdle(edit) || sameJson(edit.saved, saved)) return
      put(id, field, beginEdit(saved, edit.typing))
    },
    keepYours(id, field) {
      act(id, field, { kind: 'kept' })
      void commit(id, field, null)
    },
    takeTheirs: (id, field) => put(id, field, null),
    retry,
    resume(key, draft) {
      const [field, id] = splitKey(key)
      put(id, field, { ...draft, sending: false, typing: false, isBack: false, trouble: null })
      if (canBeEdited(library.getState(), id)) void commit(id, field, null)
    },
    renameLink(id, from, to) {
      for (const [key, edit] of store.getState().edits) {
        const [name, story] = splitKey(key)
        const named = linkOfField(name)
        if (story !== id || named?.link !== from || from === to) continue
        put(id, name, null)
        if (edit.trouble !== null || needsSending(edit)) put(id, linkField(to, named.field), edit)
      }
    }
  }
}
