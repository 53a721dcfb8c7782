import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Icon } from './Icon'
import { Keys } from './Keys'
import styles from './MenuChoice.module.css'

type MenuChoiceProps = {
  readonly id: string
  readonly text: string
  readonly detail?: string
  readonly keys?: readonly string[]
  readonly isDisabled?: boolean
  readonly onAction?: () => void
}

/** One line of a menu; a chosen one of several carries a tick. */
export function MenuChoice({ id, text, detail, keys, isDisabled, onAction }: MenuChoiceProps) {
  return (
    <MenuItem
      id={id}
      textValue={text}
      className={styles.choice ?? ''}
      {...(isDisabled && { isDisabled })}
      {...(onAction && { onAction })}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== 'none' && (
            <span className={styles.tick}>{isSelected && <Icon name="check" size={14} />}</span>
          )}
          <span className={styles.text}>
            {text}
            {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          </span>
          {keys !== undefined && <Keys keys={keys} />}
        </>
      )}
    </MenuItem>
  )
}

type MenuGroupProps = {
  readonly title: string
  readonly mode?: 'none' | 'single' | 'multiple'
  readonly chosen?: readonly string[]
  readonly onChoose?: (ids: readonly string[]) => void
  readonly children: ReactNode
}

/** Choices that belong together, under a heading. */
export function MenuGroup({
  title,
  mode = 'none',
  chosen = [],
  onChoose,
  children
}: MenuGroupProps) {
  return (
    <MenuSection
      className={styles.group ?? ''}
      selectionMode={mode}
      selectedKeys={chosen}
      disallowEmptySelection={mode === 'single'}
      onSelectionChange={(keys) => onChoose?.([...keys].map(String))}
    >
      <Header className={styles.title ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  )
}
