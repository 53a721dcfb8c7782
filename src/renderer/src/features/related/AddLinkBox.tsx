import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import type { Link, Story } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import { type LinkChoice, linkChoices } from '../../state/link-search'
import { countOf } from '../../state/story-words'
import { yearOf } from '../../state/time-words'
import { usePictures } from '../../state/use-picture'
import bareInput from '../../ui/BareInput.module.css'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import styles from './AddLink.module.css'
import { LinkChoiceRow } from './LinkChoiceRow'

type AddLinkBoxProps = {
  readonly story: Story
  readonly links: readonly Link[]
  readonly onChoose: (choice: LinkChoice) => void
}

/** Where an address is pasted or stories are searched. Arrow keys choose, Enter adds; more can follow at once. */
export function AddLinkBox({ story, links, onChoose }: AddLinkBoxProps) {
  const desk = useDesk()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const sought = useDeferredValue(text)
  const listId = useId()
  const pictures = usePictures()
  const stories = useDeskState(
    (each) => each.list,
    (list) => list.stories
  )
  const choices = useMemo(
    () => linkChoices(sought, { stories, own: story, links }),
    [sought, stories, story, links]
  )
  const chosen = Math.min(active, choices.length - 1)
  const isOpen = choices.length > 0

  function type(next: string) {
    setText(next)
    setActive(0)
  }

  function choose(choice: LinkChoice | undefined) {
    if (choice === undefined || choice.place !== null) return
    type('')
    onChoose(choice)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && isOpen) {
      event.preventDefault()
      setActive((chosen + by + choices.length) % choices.length)
    }
    // What is typed may be ahead of what was found.
    if (event.key === 'Enter')
      choose(linkChoices(text, { stories, own: story, links })[Math.max(0, chosen)])
    if (event.key === 'Escape') {
      // Back to the links, where A led from; the next Escape goes on to the list.
      const isBack = text === '' && focusPlace('related')
      if (text !== '' || isBack) event.stopPropagation()
      type('')
    }
  }

  return (
    <div className={styles.add}>
      <div className={styles.box}>
        <Icon name="plus" />
        <input
          className={bareInput.input}
          role="combobox"
          aria-label="Add link"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
          data-focus-place="add-link"
          data-typing={text !== '' || undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={`Paste an address, or search ${countOf(stories.length, 'story', 'stories')}`}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {text === '' && <Keys keys={['A']} />}
      </div>
      {isOpen && (
        <div
          id={listId}
          key={choices.length}
          ref={scrollIntoView}
          className={styles.choices}
          role="listbox"
          aria-label="Links to add"
        >
          {choices.map((choice, index) => (
            <LinkChoiceRow
              key={choice.kind === 'story' ? choice.story.id : 'page'}
              id={`${listId}-${index}`}
              choice={choice}
              isChosen={index === chosen}
              year={yearOf(story.publishedDateTime)}
              picture={choice.kind === 'story' ? pictures(choice.story.image) : null}
              onChoose={() => choose(choice)}
            />
          ))}
        </div>
      )}
      {text === '' && (
        <button
          type="button"
          className={styles.take}
          onClick={() => desk.window.setState({ dialog: 'take-link' })}
        >
          Take one from another story
        </button>
      )}
      {!isOpen && sought.trim() !== '' && <p className={styles.none}>No story matches.</p>}
    </div>
  )
}

/** All that was found is seen, not only the first. */
const scrollIntoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
