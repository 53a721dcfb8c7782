import { useMemo, useRef } from 'react'
import type { Story } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { applyTopicOps } from '../../state/list-edit-store'
import { knownTopics } from '../../state/topic-choices'
import { Field } from '../../ui/Field'
import { TopicBox } from './TopicBox'
import { TopicChips } from './TopicChips'
import styles from './TopicsField.module.css'

/** The topics of a story: chips to remove, and a box that knows the library's vocabulary. */
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

  function add(topic: string) {
    void desk.listEdits.changeTopics(story.id, { kind: 'add', topic })
    desk.voice.announce(`Topic ${topic} added`)
  }

  function remove(topic: string) {
    void desk.listEdits.changeTopics(story.id, { kind: 'remove', topic })
    desk.voice.announce(`Topic ${topic} removed`)
  }

  return (
    <Field label="Topics">
      <div className={styles.topics}>
        <TopicChips
          topics={topics}
          isKnown={(topic) => vocabulary.length === 0 || listed.has(topic)}
          onRemove={remove}
          onEmpty={() => box.current?.focus()}
        />
        <TopicBox ref={box} known={known} taken={topics} onAdd={add} onSay={desk.voice.announce} />
      </div>
    </Field>
  )
}
