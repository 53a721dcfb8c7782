import type { ReactNode } from 'react'
import { Icon } from './Icon'
import styles from './TextBox.module.css'
import { type TextCommit, useTextCommit } from './use-text-commit'

type TextBoxProps = TextCommit & {
  /** The name of the field, for the ear; for the eye it stands above or beside. */
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** `title`: a box that says so by its edge. `boxed`: in a box of its own. `line`: like text until it is pointed at. */
  readonly look: 'title' | 'boxed' | 'line'
  readonly isInvalid?: boolean
  readonly describedBy?: string
  /** Whether a pause in typing saves; what is checked as a whole is saved when it is whole. */
  readonly savesOnPause: boolean
  /** Whether it is written in sentences, which can be spelled wrong; names and addresses only look so. */
  readonly isProse?: boolean
  /** Grows whenever this text was saved; a tick shows it for a moment. */
  readonly saves: number
  readonly part?: string
  /** What follows inside the box. */
  readonly children?: ReactNode
}

/** One line of text, saved on leaving and on Enter; Escape goes back to what it was. */
export function TextBox(props: TextBoxProps) {
  const { label, value, placeholder, look, isInvalid, describedBy, savesOnPause, saves } = props
  const { isProse = false } = props
  const handlers = useTextCommit(props, { enter: 'plain', onPause: savesOnPause })
  return (
    <span className={`${styles.box} ${styles[look]}`} data-invalid={isInvalid || undefined}>
      <input
        className={styles.input}
        type="text"
        autoComplete="off"
        spellCheck={isProse}
        dir="auto"
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        data-part={props.part}
        data-typing={props.isChanged || undefined}
        value={value}
        placeholder={placeholder}
        title={value}
        {...handlers}
      />
      {saves > 0 && (
        <span key={saves} className={styles.tick}>
          <Icon name="check" size={14} />
        </span>
      )}
      {props.children}
    </span>
  )
}
