import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import styles from './MenuButton.module.css'

type MenuButtonProps = {
  /** The name of the button and of its menu. */
  readonly label: string
  /** What the button shows. */
  readonly face: ReactNode
  readonly className?: string | undefined
  readonly placement?: 'bottom start' | 'bottom end' | 'top end'
  /** Whether it is open, where something else opens it too. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  /** The menu's choices. */
  readonly children: ReactNode
}

/** A button that opens a menu below it. */
export function MenuButton(props: MenuButtonProps) {
  const { label, face, className, placement, isOpen, onOpenChange, children } = props
  return (
    <MenuTrigger
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange !== undefined && { onOpenChange })}
    >
      <Button className={className ?? styles.button ?? ''} aria-label={label}>
        {face}
      </Button>
      <Popover className={styles.popover ?? ''} placement={placement ?? 'bottom start'} offset={4}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          // What opens it from elsewhere cannot say where its focus belongs.
          {...(isOpen !== undefined && { autoFocus: 'first' })}
        >
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
