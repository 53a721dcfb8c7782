import { useLayoutEffect, useRef } from 'react'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import styles from './TopicSuggestions.module.css'

type TopicSuggestionsProps = {
  /** The likeliest first; not empty. */
  readonly topics: readonly string[]
  readonly onAdd: (topic: string) => void
  /** The last one was added by its button: the focus needs another place. */
  readonly onLastAdded: () => void
}

/** Topics that the words of the story suggest, each to be added with one press. The key adds the first. */
export function TopicSuggestions({ topics, onAdd, onLastAdded }: TopicSuggestionsProps) {
  const list = useRef<HTMLUListElement>(null)
  const added = useRef<number | null>(null)

  useLayoutEffect(() => {
    if (added.current === null) return
    const at = Math.min(added.current, topics.length - 1)
    added.current = null
    list.current?.querySelectorAll('button')[at]?.focus()
  })

  function add(topic: string, index: number) {
    if (topics.length === 1) onLastAdded()
    else added.current = index
    onAdd(topic)
  }

  return (
    <ul ref={list} className={styles.suggestions} aria-label="Suggested topics">
      {topics.map((topic, index) => (
        <li key={topic} className={styles.item}>
          <button
            type="button"
            className={styles.suggestion}
            aria-label={`Add topic ${topic}`}
            title="The story holds one of its keywords"
            onClick={() => add(topic, index)}
          >
            <Icon name="plus" size={13} />
            <span className={styles.name}>{topic}</span>
            {index === 0 && <Keys keys={['S']} />}
          </button>
        </li>
      ))}
    </ul>
  )
}
