import { isDeepStrictEqual } from 'node:util'
import type { JsonPatch } from '#shared/json'
import { isSameName, type SavedView, type ViewChange } from '#shared/library/saved-view'
import type { ViewError } from '#shared/library/view-error'
import { fail, ok, type Result } from '#shared/result'
import { saidIn, settingsFrom } from './read-settings'
import { readViews } from './read-views'
import { readSettingsText } from './settings-text'

/**
 * Plans what an editor wants of the saved views against what `storydesk.yml` says now.
 *
 * @param text the file; empty if there is none.
 * @returns the whole new text. All but the view that is meant stands as it did, comments too.
 */
export function planViews(text: string, change: ViewChange): Result<string, ViewError> {
  const said = saidIn(text)
  if (!said.ok) return refused(said.error.line, said.error.message)
  const read = readSettingsText(text)
  if (!read.ok) return refused(read.error.line, read.error.message)
  const { views = null } = said.value
  if (views !== null && !Array.isArray(views)) {
    return refused(read.value.lineOf('views') ?? 1, 'views is no list.')
  }
  const patch = patchFor(views, change)
  if (!patch.ok) return patch
  const patched = read.value.patch(patch.value)
  if (!patched.ok) return refused(patched.error.line, patched.error.message)
  return holds(text, patched.value, change)
    ? ok(patched.value)
    : refused(1, 'This edit would change more than it should.')
}

const refused = (line: number, reason: string): Result<never, ViewError> =>
  fail({ code: 'settings', line, reason })

/** @param said what stands in the list of views; `null`: there is no list. */
function patchFor(
  said: readonly unknown[] | null,
  { was, view, before }: ViewChange
): Result<JsonPatch, ViewError> {
  const reading = readViews(said ?? [])
  const place = (name: string | null | undefined) =>
    reading.views.find((each) => isSameName(each.view.name, name ?? ''))
  const found = place(was?.name)
  if (was !== null && !isDeepStrictEqual(found?.view, was)) {
    return fail({ code: 'changed', name: was.name })
  }
  const namesake = place(view?.name)
  if (view !== null && namesake !== undefined && namesake !== found) {
    return fail({ code: 'taken', name: view.name })
  }
  if (view === null) return ok(found === undefined ? [] : removal(found.index))
  if (found !== undefined && isDeepStrictEqual(found.view, view))
    return ok(moving(found.index, place(before)?.index ?? (said ?? []).length))
  if (found !== undefined) return ok(replacement(`/views/${found.index}`, found.view, view))
  if (said === null) return ok([{ op: 'add', path: '/views', value: [plain(view)] }])
  const at = place(before)?.index ?? '-'
  return ok([{ op: 'add', path: `/views/${at}`, value: plain(view) }])
}

const removal = (index: number): JsonPatch => [{ op: 'remove', path: `/views/${index}` }]

/** @param before where it goes, counted while it is still in its place. */
function moving(from: number, before: number): JsonPatch {
  const to = before > from ? before - 1 : before
  return from === to ? [] : [{ op: 'move', from: `/views/${from}`, path: `/views/${to}` }]
}

/** Field by field: what stays the same keeps its line. */
function replacement(path: string, was: SavedView, view: SavedView): JsonPatch {
  return (['name', 'query', 'sort', 'group'] as const).flatMap((key): JsonPatch => {
    const [from, to] = [was[key], view[key]]
    if (from === to) return []
    if (to === undefined) return [{ op: 'remove', path: `${path}/${key}` }]
    return [{ op: from === undefined ? 'add' : 'replace', path: `${path}/${key}`, value: to }]
  })
}

const plain = ({ name, query, sort, group }: SavedView) => ({
  name,
  query,
  ...(sort !== undefined && { sort }),
  ...(group !== undefined && { group })
})

/** The new text must say what the old one says, but for this one view. */
function holds(text: string, next: string, { was, view }: ViewChange): boolean {
  const before = settingsFrom(text).settings
  const after = settingsFrom(next).settings
  const others = (views: readonly SavedView[], but: SavedView | null) =>
    views.filter(({ name }) => name !== but?.name)
  return (
    isDeepStrictEqual({ ...after, views: [] }, { ...before, views: [] }) &&
    isDeepStrictEqual(others(after.views, view), others(before.views, was)) &&
    isDeepStrictEqual(
      after.views.find(({ name }) => name === view?.name),
      view ?? undefined
    )
  )
}
