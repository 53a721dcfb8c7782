import type { Suggestion } from '#shared/library/query-completion'
import styles from './SearchChoices.module.css'

type SearchChoicesProps = {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  readonly active: number
  readonly onChoose: (suggestion: Suggestion) => void
}

/** What the search may go on with. The search box keeps the focus and takes the keys. */
export function SearchChoices({ id, suggestions, active, onChoose }: SearchChoicesProps) {
  return (
    <div className={styles.choices} id={id} role="listbox" aria-label="Suggestions">
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys for its choices
        <div
          key={suggestion.insert}
          id={choiceId(id, index)}
          className={styles.choice}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          ref={index === active ? scrollIntoView : null}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          <span className={styles.label}>{suggestion.label}</span>
          {suggestion.count !== null && (
            <span className={styles.count}>{suggestion.count.toLocaleString('en')}</span>
          )}
        </div>
      ))}
    </div>
  )
}

/** The element of one suggestion. */
export const choiceId = (id: string, index: number): string => `${id}-${index}`

const scrollIntoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
