import type { ReactNode } from 'react'
import styles from './Empty.module.css'
import { Icon, type IconName } from './Icon'

type EmptyProps = {
  readonly icon: IconName
  /** One line of fact. */
  readonly fact: string
  /** One line of help. */
  readonly help?: string
  /** One button. */
  readonly children?: ReactNode
}

/** What stands in a pane that has nothing to show. */
export function Empty({ icon, fact, help, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} />
      <p className={styles.fact}>{fact}</p>
      {help !== undefined && <p className={styles.help}>{help}</p>}
      {children !== undefined && <div className={styles.action}>{children}</div>}
    </div>
  )
}
