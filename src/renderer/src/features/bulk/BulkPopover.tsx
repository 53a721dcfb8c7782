import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Bulk } from '../../state/bulk-store'
import { useDesk, useDeskState } from '../../state/desk-context'
import bareButton from '../../ui/BareButton.module.css'
import { Icon, type IconName } from '../../ui/Icon'
import { Tip } from '../../ui/Tip'
import bar from './BulkBar.module.css'
import styles from './BulkPopover.module.css'

type BulkPopoverProps = {
  readonly asks: Exclude<Bulk['asks'], null>
  readonly icon: IconName
  readonly words: string
  readonly cap: string
  /** The name of what opens. */
  readonly label: string
  readonly children: ReactNode
}

/** A button of the bar that asks for something before the change can be shown. A key opens it too. */
export function BulkPopover({ asks, icon, words, cap, label, children }: BulkPopoverProps) {
  const desk = useDesk()
  const isOpen = useDeskState(
    (each) => each.bulk.store,
    (bulk) => bulk.asks === asks
  )
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(next) => desk.bulk.ask(next ? asks : null)}>
      <Tip text={words} keys={[cap]}>
        <Button className={bareButton.button ?? ''} aria-label={words}>
          <Icon name={icon} />
          <span className={bar.words}>{words}</span>
        </Button>
      </Tip>
      <Popover className={styles.popover ?? ''} placement="top" offset={10} aria-label={label}>
        {children}
      </Popover>
    </DialogTrigger>
  )
}
