import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps
} from 'react-aria-components/Button'
import styles from './Button.module.css'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** `primary`: the one thing to do here. `quiet`: shows its edge only when pointed at. */
  readonly look?: 'primary' | 'plain' | 'quiet'
  readonly children: ReactNode
}

/** A button with words. Its words are its verb and object. */
export function Button({ look = 'plain', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[look]}`}>
      {children}
    </AriaButton>
  )
}
