import { expect, it } from 'vitest'
import type { SavedView, ViewChange } from '#shared/library/saved-view'
import { aDesk } from './desk.builder'
import { moveView } from './order-views'
import {
  canSaveView,
  deleteView,
  isChangedView,
  renameView,
  saveView,
  showSaved,
  updateView
} from './saved-views'
import { aStory } from './story.builder'
import { showView } from './story-actions'

const stories = [
  aStory({ id: 'a', topics: ['AI'], quality: 90, published: true }),
  aStory({ id: 'b', topics: ['AI'], quality: 20 }),
  aStory({ id: 'c', topics: ['Trade'], quality: 60 })
]
const best: SavedView = { name: 'Best AI', query: 'topic:AI quality>=50', sort: '-quality' }

/** A host that keeps views as the library does, with these there already. */
async function withViews(...views: readonly SavedView[]) {
  let kept = views
  const asked: ViewChange[] = []
  const { desk, tell } = await aDesk(stories, (method, params, say) => {
    if (method !== 'view.change') return { ok: false, error: { code: 'not-found', id: 'a' } }
    const change = params as ViewChange
    asked.push(change)
    if (kept.some(({ name }) => name === change.view?.name && name !== change.was?.name)) {
      return { ok: false, error: { code: 'taken', name: change.view?.name } }
    }
    const isMove = change.view !== null && change.was?.name === change.view.name
    if (isMove) kept = kept.filter(({ name }) => name !== change.view?.name)
    const place = isMove ? change.before : (change.was?.name ?? change.before)
    const at = kept.findIndex(({ name }) => name === place)
    const view = change.view === null ? [] : [change.view]
    const replaced = change.was === null || isMove ? 0 : 1
    kept = kept.toSpliced(at === -1 ? kept.length : at, replaced, ...view)
    say({ state: { views: kept } })
    return { ok: true, value: null }
  })
  tell({ state: { views } })
  const ids = () => desk.list.getState().rows.map(({ id }) => id)
  return { desk, tell, asked, ids, names: () => kept.map(({ name }) => name) }
}

it('shows what a saved view asks for as chips, and leaves nothing of it behind', async () => {
  const { desk, ids } = await withViews(best)

  expect(desk.overview.getState().views.get('Best AI')).toBe(1)
  showSaved(desk, best)
  expect(ids()).toEqual(['a'])
  expect(desk.view.getState()).toMatchObject({ sort: '-quality', filters: [{}, {}], text: '' })
  expect(canSaveView(desk.view.getState())).toBe(false)

  showView(desk, 'all')
  expect(ids()).toHaveLength(3)
  expect(desk.view.getState()).toMatchObject({ sort: '-date', filters: [], saved: null })
})

it('saves the list under a name, and says when the name is taken', async () => {
  const { desk, asked, names } = await withViews(best)
  desk.view.setState({ name: 'published', text: 'tides', group: 'topic' })
  expect(canSaveView(desk.view.getState())).toBe(true)

  expect(await saveView(desk, 'Best AI')).toMatch(/Choose another name/)
  expect(await saveView(desk, ' Tides ')).toBe(null)
  const view = { name: 'Tides', query: 'is:onsite tides', group: 'topic' }
  expect(asked.at(-1)).toEqual({ was: null, view, before: null })
  expect(names()).toEqual(['Best AI', 'Tides'])
  expect(desk.view.getState().saved?.view.name).toBe('Tides')
  expect(isChangedView(desk.view.getState())).toBe(false)
})

it('stays at a view that gets another name, and forgets one that is deleted', async () => {
  const { desk, names } = await withViews(best)
  showSaved(desk, best)

  expect(await renameView(desk, best, 'AI')).toBe(null)
  const renamed = { ...best, name: 'AI' }
  expect(desk.view.getState().saved?.view).toEqual(renamed)
  await deleteView(desk, renamed)
  expect(names()).toEqual([])
  expect(desk.view.getState()).toMatchObject({ saved: null, filters: [{}, {}] })
})

it('moves a view up and down, and not beyond the ends', async () => {
  const { desk, asked, names } = await withViews(
    best,
    { name: 'Second', query: '' },
    { name: 'Last', query: '' }
  )
  const move = async (by: -1 | 1) => {
    expect(await moveView(desk, best, by)).toBe(null)
    return names()
  }

  expect(await move(-1)).toEqual(['Best AI', 'Second', 'Last'])
  expect(asked).toEqual([])
  expect(await move(1)).toEqual(['Second', 'Best AI', 'Last'])
  expect(await move(1)).toEqual(['Second', 'Last', 'Best AI'])
  expect(await move(1)).toEqual(['Second', 'Last', 'Best AI'])
  expect(await move(-1)).toEqual(['Second', 'Best AI', 'Last'])
  expect(desk.voice.store.getState().announcement.text).toBe('Best AI is 2 of 3')
})

it('brings a deleted view back to its place', async () => {
  const { desk, asked, names } = await withViews(best, { name: 'Last', query: '' })

  await deleteView(desk, best)
  desk.voice.store.getState().notice?.action?.run()
  await Promise.resolve()

  expect(asked.at(-1)).toEqual({ was: null, view: best, before: 'Last' })
  expect(names()).toEqual(['Best AI', 'Last'])
})

it('lets a view be what the list is now', async () => {
  const { desk, asked } = await withViews(best)
  showSaved(desk, best)
  desk.view.setState({ sort: 'title' })
  expect(isChangedView(desk.view.getState())).toBe(true)

  await updateView(desk, best)
  expect(asked.at(-1)?.view).toEqual({ ...best, sort: 'title' })
  expect(isChangedView(desk.view.getState())).toBe(false)
})

it('follows a view that somebody else changes, unless it was changed here too', async () => {
  const { desk, tell, ids } = await withViews(best)
  showSaved(desk, best)

  const wider = { ...best, query: 'topic:AI' }
  tell({ source: 'disk', state: { views: [wider] } })
  expect(ids()).toEqual(['a', 'b'])

  desk.view.setState({ text: 'tides' })
  tell({ source: 'disk', state: { views: [best] } })
  expect(desk.view.getState()).toMatchObject({ text: 'tides', saved: { view: best } })
  tell({ source: 'disk', state: { views: [] } })
  expect(desk.view.getState()).toMatchObject({ text: 'tides', saved: null })
})
