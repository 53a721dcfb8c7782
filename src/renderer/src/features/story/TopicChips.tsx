import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './TopicChips.module.css'

type TopicChipsProps = {
  readonly topics: readonly string[]
  readonly isKnown: (topic: string) => boolean
  readonly onRemove: (topic: string) => void
  /** The last chip was removed from the keyboard: the focus needs another place. */
  readonly onEmpty: () => void
}

/** More chips would bury what stands below them. */
const MOST = 40

/** A story's topics. One tab stop: arrow keys go from chip to chip, Delete removes, and the focus stays among them. */
export function TopicChips({ topics, isKnown, onRemove, onEmpty }: TopicChipsProps) {
  const grid = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const hadFocus = useRef(false)
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? topics : topics.slice(0, MOST)
  const stop = Math.min(active, shown.length - 1)

  function focusChip(index: number) {
    setActive(index)
    grid.current?.querySelectorAll<HTMLElement>('button')[index]?.focus()
  }

  useLayoutEffect(() => {
    if (!hadFocus.current) return
    hadFocus.current = false
    if (topics.length === 0) onEmpty()
    else grid.current?.querySelectorAll<HTMLElement>('button')[stop]?.focus()
  })

  function remove(topic: string) {
    hadFocus.current = true
    onRemove(topic)
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const topic = topics[stop]
    if (by !== undefined) {
      event.preventDefault()
      focusChip((stop + by + shown.length) % shown.length)
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && topic !== undefined) remove(topic)
  }

  if (topics.length === 0) return null
  return (
    <>
      <div
        ref={grid}
        className={styles.chips}
        role="grid"
        aria-label="Topics"
        onKeyDown={onKeyDown}
      >
        {shown.map((topic, index) => (
          <div
            key={topic}
            className={styles.chip}
            role="row"
            tabIndex={-1}
            data-unknown={!isKnown(topic) || undefined}
            title={isKnown(topic) ? undefined : `Topic “${topic}” is not in the list`}
          >
            <span className={styles.cell} role="gridcell">
              {!isKnown(topic) && <Icon name="problem" size={13} />}
              <span className={styles.name}>{topic}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={`Remove topic ${topic}`}
                tabIndex={index === stop ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={() => remove(topic)}
              >
                <Icon name="close" size={13} />
              </button>
            </span>
          </div>
        ))}
      </div>
      {shown.length < topics.length && (
        <Button
          look="quiet"
          onPress={() => {
            setShowsAll(true)
            focusChip(stop)
          }}
        >
          Show all {topics.length.toLocaleString('en')} topics
        </Button>
      )}
    </>
  )
}
