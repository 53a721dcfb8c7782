import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import { usePictures } from '../../state/use-picture'
import bareInput from '../../ui/BareInput.module.css'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import styles from './PickList.module.css'

/** One line to choose. */
export type Pick<T> = {
  readonly id: string
  readonly value: T
  readonly title: string
  readonly source: string | null
  readonly date: string | null
  /** What stands at its end, e.g. `14 links`. */
  readonly number: string
  readonly image: string | null
  /** Why it cannot be chosen; `null` if it can. */
  readonly why: string | null
}

type PickListProps<T> = {
  readonly label: string
  readonly placeholder: string
  /** What is said where nothing matches. */
  readonly none: string
  readonly picksFor: (typed: string) => readonly Pick<T>[]
  readonly onPick: (value: T) => void
}

/** A box to type into and what matches below it. Arrow keys choose, Enter takes. */
export function PickList<T>({ label, placeholder, none, picksFor, onPick }: PickListProps<T>) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const sought = useDeferredValue(typed)
  const listId = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown changes with the words only
  const picks = useMemo(() => picksFor(sought), [sought])
  const pictures = usePictures()
  const chosen = Math.max(0, Math.min(active, picks.length - 1))

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      setActive((chosen + by + picks.length) % Math.max(1, picks.length))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      // What is typed may be ahead of what is shown.
      const pick = (typed === sought ? picks : picksFor(typed))[chosen]
      if (pick?.why === null) onPick(pick.value)
    }
  }

  return (
    <div className={styles.pick}>
      <div className={styles.search}>
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into it
          autoFocus
          className={bareInput.input}
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={picks.length > 0}
          aria-controls={listId}
          aria-activedescendant={picks.length === 0 ? undefined : `${listId}-${chosen}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} className={styles.lines} role="listbox" aria-label={label}>
        {picks.map(({ id, value, title, source, date, number, image, why }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for its choices
          <div
            key={id}
            id={`${listId}-${index}`}
            className={styles.line}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-disabled={why !== null || undefined}
            ref={index === chosen ? scrollIntoView : null}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => why === null && onPick(value)}
          >
            <Picture src={pictures(image)} className={styles.picture} />
            <span className={styles.title} title={title} dir="auto">
              {title}
            </span>
            <span className={styles.source}>{why ?? source}</span>
            <span className={styles.date}>{date}</span>
            <span className={styles.number}>{number}</span>
          </div>
        ))}
      </div>
      {picks.length === 0 && <p className={styles.none}>{none}</p>}
    </div>
  )
}

const scrollIntoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
