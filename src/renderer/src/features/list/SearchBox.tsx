import { type KeyboardEvent, useId } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import styles from './SearchBox.module.css'

/** Narrows the list while it is typed. What cannot be understood is said below, with its place. */
export function SearchBox() {
  const desk = useDesk()
  const text = useDeskState(
    (each) => each.view,
    (view) => view.text
  )
  const error = useDeskState(
    (each) => each.list,
    (list) => list.error
  )
  const errorId = useId()

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation()
      desk.view.setState({ text: '' })
    } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      focusPlace('list')
    }
  }

  return (
    <div className={styles.bar}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          className={styles.input}
          type="search"
          aria-label="Search stories"
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : errorId}
          data-focus-place="search"
          data-typing={text !== '' || undefined}
          placeholder="Search stories"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => desk.view.setState({ text: event.target.value })}
          onKeyDown={onKeyDown}
        />
        {text === '' && <Keys keys={['/']} />}
        {text !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label="Clear search"
            onClick={() => {
              desk.view.setState({ text: '' })
              focusPlace('search')
            }}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      {error !== null && (
        <p className={styles.error} id={errorId}>
          <code>
            {text.slice(0, error.position)}
            <mark>{text.slice(error.position, error.position + error.length) || ' '}</mark>
            {text.slice(error.position + error.length)}
          </code>
          {error.message}
        </p>
      )}
    </div>
  )
}
