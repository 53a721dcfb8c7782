import type { KeyboardEvent } from 'react'
import { Icon } from '../../ui/Icon'
import styles from './SideRow.module.css'

type FacetRowProps = {
  readonly words: string
  readonly count: number
  readonly state: 'off' | 'only' | 'not'
  /** @param isNot the value is to be left out instead. */
  readonly onToggle: (isNot: boolean) => void
}

/** One value of the sidebar. What is left out is struck through and says so. */
export function FacetRow({ words, count, state, onToggle }: FacetRowProps) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== '-' && event.key !== 'Delete') return
    event.preventDefault()
    onToggle(true)
  }

  const counted = count.toLocaleString('en')
  return (
    <li className={styles.facet}>
      <button
        type="button"
        className={styles.row}
        aria-pressed={state !== 'off'}
        aria-label={state === 'not' ? `${words} left out, ${counted}` : undefined}
        aria-keyshortcuts="-"
        title={words}
        data-state={state}
        onClick={(event) => onToggle(state === 'not' || event.altKey)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.mark}>
          {state !== 'off' && <Icon name={state === 'not' ? 'minus' : 'check'} size={14} />}
        </span>
        <span className={styles.words}>{words}</span>
        <span className={styles.count}>{counted}</span>
      </button>
      {state !== 'not' && (
        <button
          type="button"
          className={styles.leaveOut}
          tabIndex={-1}
          aria-label={`Leave out ${words}`}
          title="Leave out (−)"
          onClick={() => onToggle(true)}
        >
          <Icon name="minus" size={14} />
        </button>
      )}
    </li>
  )
}
