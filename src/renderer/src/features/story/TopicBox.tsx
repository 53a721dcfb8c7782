import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { topicChoices, topicThere } from '../../state/topic-choices'
import bareInput from '../../ui/BareInput.module.css'
import { Icon } from '../../ui/Icon'
import styles from './TopicBox.module.css'

type TopicBoxProps = {
  readonly ref: Ref<HTMLInputElement>
  readonly known: readonly string[]
  readonly taken: readonly string[]
  readonly onAdd: (topic: string) => void
  /** Tells a screen reader what became of text that adds nothing. */
  readonly onSay: (text: string) => void
}

/**
 * Adds a topic: type, choose with the arrow keys, Enter. The first choice is chosen already. Leaving adds nothing and
 * empties the box.
 */
export function TopicBox({ ref, known, taken, onAdd, onSay }: TopicBoxProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const listId = useId()
  const choices = isOpen ? topicChoices(text, known, taken) : []
  const chosen = choices[Math.min(active, choices.length - 1)]
  const optionId = (index: number) => `${listId}-${index}`

  function type(next: string) {
    setText(next)
    setOpen(true)
    setActive(0)
  }

  function clear() {
    type('')
    setOpen(false)
  }

  function add(topic: string) {
    onAdd(topic)
    clear()
  }

  function enter() {
    const there = active === 0 ? topicThere(text, taken) : null
    if (there !== null) {
      onSay(`${there} is already there`)
      clear()
    } else if (chosen !== undefined) add(chosen.topic)
  }

  function leave() {
    if (text.trim() !== '') onSay(`${text.trim()} was not added`)
    clear()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      if (isOpen) setActive((active + by + choices.length) % Math.max(1, choices.length))
      setOpen(true)
    }
    if (event.key === 'Enter') enter()
    if (event.key === 'Escape' && (isOpen || text !== '')) {
      event.stopPropagation()
      clear()
    }
  }

  return (
    <div className={styles.box}>
      <Icon name="plus" size={14} />
      <input
        ref={ref}
        className={`${bareInput.input} ${styles.input}`}
        role="combobox"
        aria-label="Add topic"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={choices.length > 0 ? listId : undefined}
        aria-activedescendant={
          choices.length > 0 ? optionId(Math.min(active, choices.length - 1)) : undefined
        }
        data-focus-place="topics"
        data-typing={text !== '' || undefined}
        autoComplete="off"
        placeholder="Add topic"
        value={text}
        onChange={(event) => type(event.target.value)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {choices.length > 0 && (
        <div
          ref={keepInField}
          className={styles.choices}
          id={listId}
          role="listbox"
          aria-label="Topics to add"
        >
          {choices.map(({ topic, isNew }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for its choices
            <div
              key={topic}
              id={optionId(index)}
              className={styles.choice}
              role="option"
              tabIndex={-1}
              aria-selected={topic === chosen?.topic}
              ref={topic === chosen?.topic ? scrollIntoView : null}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(topic)}
            >
              {isNew ? `Add “${topic}” as a new topic` : topic}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** Moves the choices to the left as far as they would reach over the field's right edge, where they are cut off. */
function keepInField(list: HTMLElement | null): void {
  const field = list?.parentElement?.parentElement
  if (list === null || field == null) return
  const over = list.getBoundingClientRect().right - field.getBoundingClientRect().right
  if (over > 0) list.style.insetInlineStart = `${-over}px`
}

const scrollIntoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
