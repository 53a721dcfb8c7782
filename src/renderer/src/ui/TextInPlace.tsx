import { Icon } from './Icon'
import styles from './TextInPlace.module.css'
import { type TextCommit, useTextCommit } from './use-text-commit'

type TextInPlaceProps = TextCommit & {
  readonly label: string
  readonly value: string
  /** What stands in an empty field. */
  readonly placeholder: string
  /** How the text is set: a heading, text to read, or text in a box. */
  readonly look: 'title' | 'text' | 'box'
  readonly isInvalid?: boolean
  readonly describedBy?: string
  /** Grows whenever this text was saved; a tick shows it for a moment. */
  readonly saves: number
  readonly focusPlace?: string
}

/**
 * Text that looks like text and is edited where it stands. Saved on leaving, on Enter (text to read: with Ctrl), and
 * 800 ms after the last key; Escape goes back to what it was.
 */
export function TextInPlace(props: TextInPlaceProps) {
  const { label, value, placeholder, look, isInvalid, describedBy, saves, focusPlace } = props
  const enter = look === 'title' ? 'plain' : 'ctrl'
  const handlers = useTextCommit(props, { enter, onPause: true })
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
        data-typing={props.isChanged || undefined}
        rows={1}
        spellCheck
        dir="auto"
        value={value}
        placeholder={placeholder}
        {...handlers}
      />
      {saves > 0 && (
        <span key={saves} className={styles.tick}>
          <Icon name="check" size={14} />
        </span>
      )}
    </div>
  )
}
