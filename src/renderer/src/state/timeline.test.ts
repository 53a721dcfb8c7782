import { expect, it } from 'vitest'
import type { Transport } from '#shared/contract/contract'
import type { StoryId } from '#shared/story/story-id'
import {
  type Act,
  createTimelineStore,
  emptyTimeline,
  nextAct,
  noting,
  travelled,
  withAct
} from './timeline'

const id = 'tides.md' as StoryId
const reviewed = (fold: string | null = null): Act => ({
  label: 'Mark 1 story as reviewed',
  fold,
  inFiles: false,
  reviews: [{ id, was: null, now: 'reviewed' }]
})
const edited = (fold: string | null = null): Act => ({
  label: '',
  fold,
  inFiles: true,
  reviews: []
})

it('takes back what was done last, and does it again', () => {
  const timeline = withAct(withAct(emptyTimeline, edited()), reviewed())
  expect(nextAct(timeline, 'undo')).toEqual(reviewed())

  const undone = travelled(timeline, 'undo')
  expect(nextAct(undone, 'undo')).toEqual(edited())
  expect(nextAct(undone, 'redo')).toEqual(reviewed())
  expect(travelled(undone, 'redo')).toEqual(timeline)
})

it('joins a decision and the review that goes with it', () => {
  const timeline = withAct(withAct(emptyTimeline, reviewed('decide 1')), edited('decide 1'))

  expect(timeline.past).toEqual([{ ...reviewed('decide 1'), inFiles: true }])
})

it('joins nothing without a name, and forgets what was undone as soon as something new is done', () => {
  const undone = travelled(withAct(emptyTimeline, edited()), 'undo')

  expect(withAct(undone, reviewed())).toEqual({ past: [reviewed()], future: [] })
  expect(withAct(withAct(emptyTimeline, edited()), edited()).past).toHaveLength(2)
})

const change = { kind: 'set', field: 'published', was: false, value: true } as const
function host(reply: unknown) {
  const timeline = createTimelineStore()
  const call = async () => {
    if (reply instanceof Error) throw reply
    return reply
  }
  const transport = noting({ call } as unknown as Transport, timeline)
  return {
    timeline,
    change: (fold: string | null) =>
      transport.call('story.change', { id, change, fold }).catch(() => null)
  }
}

it('notes a change of a file when it is sent', () => {
  const { timeline, change } = host({ ok: true })

  void change('typing')
  void change('typing')

  expect(timeline.getState().past).toEqual([edited('typing')])
})

it.each([{ ok: false }, new Error('The connection broke')])(
  'forgets a change that failed',
  async (reply) => {
    const { timeline, change } = host(reply)
    timeline.setState(withAct(emptyTimeline, reviewed('decide 1')))

    await change('decide 1')
    await change(null)

    expect(timeline.getState().past).toEqual([reviewed('decide 1')])
  }
)

it('joins a change of a file over a review in between, as the library does', () => {
  const [nudge, decide, publish] = [edited('nudge'), reviewed('decide'), edited('decide')]
  const quick = [nudge, decide, nudge, publish].reduce(withAct, emptyTimeline)
  expect(quick.past.map(({ fold, inFiles }) => [fold, inFiles])).toEqual([
    ['nudge', true],
    ['decide', true]
  ])
  const apart = [nudge, decide, publish, nudge].reduce(withAct, emptyTimeline)
  expect(apart.past.map(({ fold }) => fold)).toEqual(['nudge', 'decide', 'nudge'])
})
