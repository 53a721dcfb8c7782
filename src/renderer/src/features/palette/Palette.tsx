import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useDesk, useDeskState } from '../../state/desk-context'
import { paletteGroups } from '../../state/palette'
import type { PaletteLine } from '../../state/palette-line'
import { rowTitle } from '../../state/story-words'
import bareInput from '../../ui/BareInput.module.css'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import styles from './Palette.module.css'
import { PaletteOption } from './PaletteOption'

/** Every command with its key, every view, and every story: type, choose, Enter. */
export function Palette() {
  const desk = useDesk()
  const close = () => desk.window.setState({ dialog: 'none' })
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label="Command palette">
          <Commands
            onRun={(line) => {
              close()
              // The focus goes back to where it was first; a command may take it elsewhere then.
              setTimeout(() => line.run(desk), 0)
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Commands({ onRun }: { readonly onRun: (line: PaletteLine) => void }) {
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const sought = useDeferredValue(typed)
  const listId = useId()
  const groups = useMemo(() => paletteGroups(desk, sought), [desk, sought])
  const lines = groups.flatMap((group) => group.lines)
  const chosen = Math.max(0, Math.min(active, lines.length - 1))
  const chosenLine = lines[chosen]

  function run(line: PaletteLine | undefined) {
    if (line !== undefined && line.why === null) onRun(line)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const isStep = Math.abs(by) === 1
      const next = chosen + by
      setActive(
        isStep
          ? (next + lines.length) % Math.max(1, lines.length)
          : Math.max(0, Math.min(next, lines.length - 1))
      )
    }
    // What is typed may be ahead of what is shown.
    if (event.key === 'Enter') {
      event.preventDefault()
      run(paletteGroups(desk, typed).flatMap((group) => group.lines)[chosen])
    }
  }

  return (
    <>
      <div className={styles.search}>
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette was opened to type into it
          autoFocus
          className={`${bareInput.input} ${styles.input}`}
          role="combobox"
          aria-label="Command or story"
          aria-autocomplete="list"
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosenLine === undefined ? undefined : `${listId}-${chosen}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Type a command or a title"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <About />
      </div>
      <div id={listId} className={styles.lines} role="listbox" aria-label="Commands and stories">
        {groups.map(({ title, lines: own }) => (
          <div key={title} role="group" aria-label={title}>
            <p className={styles.title} aria-hidden="true">
              {title}
            </p>
            {own.map((line) => {
              const index = lines.indexOf(line)
              return (
                <PaletteOption
                  key={line.id}
                  id={`${listId}-${index}`}
                  line={line}
                  typed={sought}
                  isChosen={index === chosen}
                  onRun={() => run(line)}
                />
              )
            })}
          </div>
        ))}
      </div>
      {lines.length === 0 && <p className={styles.none}>No command and no story matches.</p>}
      <div className={styles.foot} aria-hidden="true">
        <Keys keys={['↑', '↓']} /> choose
        <Keys keys={['↵']} /> run
        <Keys keys={['Esc']} /> close
      </div>
    </>
  )
}

/** The story that the commands are about. */
function About() {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  return story === undefined ? null : <span className={styles.about}>{rowTitle(story)}</span>
}
