import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Caps } from '../../ui/Keys'
import styles from './Compare.module.css'

/** A way to keep one of the two. */
type Way = {
  readonly words: string
  /** The button's name, where its words alone do not tell which of the two. */
  readonly name?: string
  readonly onPress: () => void
}

type CompareDialogProps = {
  readonly title: string
  /** The two, side by side. */
  readonly children: ReactNode
  /** One or two, below the sides that they keep; `1` and `2` do the same. */
  readonly ways: readonly Way[]
  readonly foot: string
  readonly onKeepBoth: () => void
  readonly onClose: () => void
}

/** Asks which of two that are alike to keep. */
export function CompareDialog(props: CompareDialogProps) {
  const { title, children, ways, foot, onKeepBoth, onClose } = props

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const press = event.key === '3' ? onKeepBoth : ways[Number(event.key) - 1]?.onPress
    if (press === undefined) return
    press()
    event.preventDefault()
  }

  return (
    <Dialog title={title} size="large" onClose={onClose}>
      <div className={styles.body} role="group" aria-label="Choose" onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long texts are scrolled by keyboard too */}
        <div className={styles.scroller} tabIndex={0} role="region" aria-label="Side by side">
          {children}
        </div>
        <div className={styles.ways}>
          {ways.map(({ words, name, onPress }, index) => (
            <Button
              key={name ?? words}
              autoFocus={index === 0}
              {...(name !== undefined && { 'aria-label': name })}
              onPress={onPress}
            >
              {words}
              <Caps keys={[String(index + 1)]} />
            </Button>
          ))}
        </div>
        <div className={styles.foot}>
          <span>{foot}</span>
          <Button look="quiet" onPress={onKeepBoth}>
            Keep both
            <Caps keys={['3']} />
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Says that no two are alike any more. */
export function NothingToCompare(props: { readonly title: string; readonly onClose: () => void }) {
  return (
    <Dialog title={props.title} size="small" onClose={props.onClose}>
      <div className={styles.foot}>
        <span>Nothing is left to compare.</span>
        <Button look="primary" onPress={props.onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  )
}
