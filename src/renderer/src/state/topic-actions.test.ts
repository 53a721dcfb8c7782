import { expect, it } from 'vitest'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'
import { addSuggestedTopic, stillSuggested } from './topic-actions'

const story = aStory({ title: 'Tides', topics: ['Oceans'] })

async function aDeskThatSuggests(suggestedTopics: readonly string[]) {
  const asked: unknown[] = []
  const { desk } = await aDesk([story], (method, params) => {
    if (method === 'story.change') asked.push(params)
    if (method === 'story.read') {
      return { ok: true, value: { story, data: {}, links: [], suggestedTopics } }
    }
    return { ok: true, value: story }
  })
  await desk.details.reread(story.id)
  return { desk, asked, said: () => desk.voice.store.getState().announcement.text }
}

it('adds the likeliest topic, and the next one with the next press', async () => {
  const { desk, asked } = await aDeskThatSuggests(['Energy', 'Trade'])
  expect(asked).toEqual([])

  addSuggestedTopic(desk, story.id)
  addSuggestedTopic(desk, story.id)

  await expect
    .poll(() => asked)
    .toEqual(
      ['Energy', 'Trade'].map((topic) => ({
        id: story.id,
        change: { kind: 'add-topic', topic, before: null },
        fold: null
      }))
    )
})

it('suggests nothing that is there, or was asked for', () => {
  const found = { story, suggestedTopics: ['Energy', 'Oceans', 'Trade'] }
  expect(stillSuggested(found, [{ kind: 'add', topic: 'Energy' }])).toEqual(['Trade'])
})

it('says so where nothing is suggested', async () => {
  const { desk, asked, said } = await aDeskThatSuggests([])
  addSuggestedTopic(desk, story.id)
  expect(asked).toEqual([])
  expect(said()).toBe('No topic is suggested')
})
