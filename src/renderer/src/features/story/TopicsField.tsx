import { useMemo, useRef } from 'react'
import type { Story } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { applyTopicOps } from '../../state/list-edit-store'
import { changeTopic, stillSuggested } from '../../state/topic-actions'
import { knownTopics } from '../../state/topic-choices'
import { Field } from '../../ui/Field'
import { TopicBox } from './TopicBox'
import { TopicChips } from './TopicChips'
import { TopicSuggestions } from './TopicSuggestions'
import styles from './TopicsField.module.css'

/** The topics of a story: chips to remove, a box that knows the library's vocabulary, and what the words suggest. */
export function TopicsField({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const box = useRef<HTMLInputElement>(null)
  const vocabulary = useDeskState(
    (each) => each.library,
    ({ state }) => state.vocabulary
  )
  const used = useDeskState(
    (each) => each.overview,
    ({ facets }) => facets.topic
  )
  const waiting = useDeskState(
    (each) => each.listEdits.store,
    (edits) => edits.topics
  )
  const ops = waiting.filter(({ id }) => id === story.id).map(({ op }) => op)
  const topics = applyTopicOps(story.topics, ops)
  const listed = useMemo(() => new Set(vocabulary), [vocabulary])
  const known = useMemo(() => knownTopics(vocabulary, used), [vocabulary, used])

  const detail = useDeskState(
    (each) => each.details.store,
    (details) => (details.detail?.story.id === story.id ? details.detail : null)
  )
  const suggested = detail === null ? [] : stillSuggested({ ...detail, story }, ops)
  const add = (topic: string) => changeTopic(desk, story.id, { kind: 'add', topic })

  return (
    <Field label="Topics">
      <div className={styles.topics}>
        <TopicChips
          topics={topics}
          isKnown={(topic) => vocabulary.length === 0 || listed.has(topic)}
          onRemove={(topic) => changeTopic(desk, story.id, { kind: 'remove', topic })}
          onEmpty={() => box.current?.focus()}
        />
        <TopicBox ref={box} known={known} taken={topics} onAdd={add} onSay={desk.voice.announce} />
      </div>
      {suggested.length > 0 && (
        <TopicSuggestions topics={suggested} onAdd={add} onLastAdded={() => box.current?.focus()} />
      )}
    </Field>
  )
}
