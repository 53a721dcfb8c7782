import type { ReactNode } from 'react'
import styles from './Field.module.css'

type FieldProps = {
  readonly label: string
  /** Beside one line of text, or beside controls, which are higher. */
  readonly align?: 'text' | 'control'
  readonly children: ReactNode
}

/** A label and what belongs to it. The label is for the eye: the control inside has the same name. */
export function Field({ label, align = 'control', children }: FieldProps) {
  return (
    <div className={styles.field} data-align={align}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </div>
  )
}
