import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { draftBulk } from '../../state/bulk-actions'
import { useDesk, useDeskState } from '../../state/desk-context'
import { knownTopics, topicChoices } from '../../state/topic-choices'
import { Segments } from '../../ui/Segments'
import { BulkPopover } from './BulkPopover'
import styles from './BulkPopover.module.css'

type Mode = 'add' | 'remove'

/** Adds a topic to all selected stories, or removes one. */
export function TopicForm() {
  return (
    <BulkPopover
      asks="topics"
      icon="tag"
      words="Topics"
      cap="T"
      label="Topics of the selected stories"
    >
      <Form />
    </BulkPopover>
  )
}

function Form() {
  const desk = useDesk()
  const [mode, setMode] = useState<Mode>('add')
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const counts = useTopicCounts()
  const known = useKnownTopics()
  const choices = (
    mode === 'add'
      ? topicChoices(text, known, [])
      : topicChoices(text, [...counts.keys()], []).filter(({ isNew }) => !isNew)
  ).map((choice) => ({ ...choice, count: counts.get(choice.topic) ?? 0 }))
  const at = Math.min(active, choices.length - 1)

  function choose(topic: string | undefined) {
    if (topic === undefined) return
    draftBulk(desk, { kind: mode === 'add' ? 'add-topics' : 'remove-topics', topics: [topic] })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      setActive((at + by + choices.length) % Math.max(1, choices.length))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(choices[at]?.topic)
    }
  }

  return (
    <div className={styles.form}>
      <div className={styles.line}>
        <Segments<Mode>
          label="How"
          choices={MODES}
          chosen={mode}
          onChoose={(next) => {
            setMode(next)
            setActive(0)
          }}
        />
        <input
          // biome-ignore lint/a11y/noAutofocus: it opened because somebody is about to type here
          autoFocus
          className={styles.input}
          role="combobox"
          aria-label={mode === 'add' ? 'Topic to add' : 'Topic to remove'}
          aria-autocomplete="list"
          aria-expanded={choices.length > 0}
          aria-controls={choices.length > 0 ? listId : undefined}
          aria-activedescendant={choices.length > 0 ? `${listId}-${at}` : undefined}
          autoComplete="off"
          placeholder="Topic"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {choices.length === 0 && (
        <p className={styles.help}>
          {mode === 'add' ? 'No such topic.' : 'None of the selected stories has such a topic.'}
        </p>
      )}
      {choices.length > 0 && (
        <div className={styles.choices} id={listId} role="listbox" aria-label="Topics">
          {choices.map(({ topic, isNew, count }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for its choices
            <div
              key={topic}
              id={`${listId}-${index}`}
              className={styles.choice}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              ref={index === at ? scrollIntoView : null}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(topic)}
            >
              {isNew ? `Add “${topic}” as a new topic` : topic}
              {count > 0 && <span className={styles.count}>{count.toLocaleString('en')}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const MODES = [
  { id: 'add', face: 'Add' },
  { id: 'remove', face: 'Remove' }
] as const

/** How many of the selected stories have each of their topics, most frequent first. */
function useTopicCounts(): ReadonlyMap<string, number> {
  const ids = useDeskState(
    (desk) => desk.selection,
    (selection) => selection.ids
  )
  const stories = useDeskState(
    (desk) => desk.library,
    (library) => library.stories
  )
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const id of ids) {
      for (const topic of new Set(stories.get(id)?.topics)) {
        counts.set(topic, (counts.get(topic) ?? 0) + 1)
      }
    }
    return new Map([...counts].sort(([, a], [, b]) => b - a))
  }, [ids, stories])
}

/** The topics that the box offers. */
function useKnownTopics(): readonly string[] {
  const vocabulary = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.vocabulary
  )
  const used = useDeskState(
    (desk) => desk.overview,
    ({ facets }) => facets.topic
  )
  return useMemo(() => knownTopics(vocabulary, used), [vocabulary, used])
}

const scrollIntoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
