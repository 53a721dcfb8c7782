import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon } from './Icon'
import styles from './TextInPlace.module.css'

type TextInPlaceProps = {
  readonly label: string
  readonly value: string
  /** What stands in an empty field. */
  readonly placeholder: string
  /** How the text is set: a heading, or text to read. */
  readonly look: 'title' | 'text'
  readonly isInvalid?: boolean
  readonly describedBy?: string
  /** Grows whenever this text was saved; a tick shows it for a moment. */
  readonly saves: number
  readonly focusPlace?: string
  readonly onEnter: () => void
  readonly onType: (text: string) => void
  /** Enter, or a pause in typing. */
  readonly onCommit: () => void
  readonly onLeave: () => void
  /** Escape: back to what it was. Without a change, Escape is left to whoever is around. */
  readonly isChanged: boolean
  readonly onRestore: () => void
}

/** How long typing must rest before it is saved, in milliseconds. */
const PAUSE = 800

/**
 * Text that looks like text and is edited where it stands. Saved on leaving, on Enter (text to read: with Ctrl), and
 * 800 ms after the last key; Escape goes back to what it was.
 */
export function TextInPlace(props: TextInPlaceProps) {
  const { label, value, placeholder, look, isInvalid, describedBy, saves, focusPlace } = props
  const { onEnter, onType, onCommit, onLeave, isChanged, onRestore } = props
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onPause = useRef(onCommit)
  useEffect(() => {
    onPause.current = onCommit
  })
  useEffect(() => () => clearTimeout(pause.current), [])

  function type(text: string) {
    onType(look === 'title' ? text.replace(/\s*\n\s*/g, ' ') : text)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => onPause.current(), PAUSE)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && isChanged) {
      event.stopPropagation()
      clearTimeout(pause.current)
      onRestore()
    }
    if (event.key === 'Enter' && (look === 'title' || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      clearTimeout(pause.current)
      onCommit()
    }
  }

  return (
    <div className={`${styles.field} ${styles[look]}`}>
      <div className={styles.mirror} dir="auto" aria-hidden="true">
        {value === '' ? placeholder : value}
      </div>
      <textarea
        className={styles.input}
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        data-focus-place={focusPlace}
        data-typing={isChanged || undefined}
        rows={1}
        dir="auto"
        value={value}
        placeholder={placeholder}
        onFocus={onEnter}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          clearTimeout(pause.current)
          onLeave()
        }}
      />
      {saves > 0 && (
        <span key={saves} className={styles.tick}>
          <Icon name="check" size={14} />
        </span>
      )}
    </div>
  )
}
