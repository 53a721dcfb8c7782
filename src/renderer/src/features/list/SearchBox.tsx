import { type KeyboardEvent, useId } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import { chipTyped } from '../../state/search-actions'
import { openListed } from '../../state/story-actions'
import bareInput from '../../ui/BareInput.module.css'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import styles from './SearchBox.module.css'
import { choiceId, SearchChoices } from './SearchChoices'
import { SearchError } from './SearchError'
import { useSearchChoices } from './use-search-choices'

/**
 * Narrows the list while it is typed. Enter turns conditions into chips and goes to the list. What cannot be
 * understood is said below, with its place.
 */
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
  const listId = useId()
  const choices = useSearchChoices(text)
  const { suggestions, active } = choices
  const isOpen = suggestions.length > 0

  function leave() {
    choices.close()
    openListed(desk)
    // What found nothing is corrected where it is typed.
    if (desk.list.getState().rows.length > 0) focusPlace('list')
  }

  /** @returns whether the key was for the suggestions. */
  function choose(event: KeyboardEvent): boolean {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === ' ' && event.ctrlKey) choices.ask()
    else if (!isOpen && event.key === 'ArrowDown' && event.altKey) choices.ask()
    else if (isOpen && by !== undefined) choices.move(by)
    else if (isOpen && (event.key === 'Enter' || event.key === 'Tab')) {
      choices.choose(suggestions[active])
    } else if (isOpen && event.key === 'Escape') {
      event.stopPropagation()
      choices.close()
    } else return false
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (choose(event)) event.preventDefault()
    else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation()
      desk.view.setState({ text: '' })
    } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      if (event.key === 'Enter') chipTyped(desk)
      leave()
    }
  }

  return (
    <div className={styles.bar}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          ref={choices.input}
          className={`${bareInput.input} ${styles.input}`}
          type="search"
          aria-label="Search stories"
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null || isOpen ? undefined : errorId}
          aria-autocomplete="list"
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? choiceId(listId, active) : undefined}
          data-focus-place="search"
          data-typing={text !== '' || undefined}
          placeholder="Search stories"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            desk.view.setState({ text: target.value })
            choices.onType(target.selectionStart ?? target.value.length)
          }}
          onKeyDown={onKeyDown}
          onBlur={choices.close}
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
      {isOpen && (
        <SearchChoices
          id={listId}
          suggestions={suggestions}
          active={active}
          onChoose={choices.choose}
        />
      )}
      {error !== null && !isOpen && <SearchError id={errorId} text={text} error={error} />}
    </div>
  )
}
