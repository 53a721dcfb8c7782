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
  /** The menu's choices. */
  readonly children: ReactNode
}

/** A button that opens a menu below it. */
export function MenuButton({ label, face, className, placement, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button className={className ?? styles.button ?? ''} aria-label={label}>
        {face}
      </Button>
      <Popover className={styles.popover ?? ''} placement={placement ?? 'bottom start'} offset={4}>
        <Menu className={styles.menu ?? ''} aria-label={label}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
