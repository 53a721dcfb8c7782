import type { ReactNode } from 'react'
import styles from './SettingsDialog.module.css'

type SettingRowProps = {
  readonly label: string
  /** The control that the label is for; without one, the control names itself. */
  readonly controlId?: string
  readonly help?: string
  readonly helpId?: string
  /** Why what was wanted is not saved; `null`: it is. */
  readonly why: string | null
  readonly children: ReactNode
}

/** One setting: its name, its control, and below that what it is for or what is wrong with it. */
export function SettingRow({ label, controlId, help, helpId, why, children }: SettingRowProps) {
  const words = why ?? help
  return (
    <div className={styles.setting}>
      {controlId === undefined ? (
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
      ) : (
        <label className={styles.label} htmlFor={controlId}>
          {label}
        </label>
      )}
      <div className={styles.control}>
        {children}
        {words !== undefined && (
          <p
            className={styles.help}
            id={helpId}
            data-refused={why !== null || undefined}
            role={why === null ? undefined : 'alert'}
          >
            {words}
          </p>
        )}
      </div>
    </div>
  )
}
