import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Keys } from './Keys'
import styles from './Tip.module.css'

type TipProps = {
  readonly text: string
  /** The keys that do the same, each as one cap. */
  readonly keys?: readonly string[]
  /** The button that is explained. */
  readonly children: ReactElement
}

/** Explains a button after a moment under the pointer, or at once under keyboard focus. */
export function Tip({ text, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <Tooltip className={styles.tip ?? ''} offset={6}>
        {text}
        {keys !== undefined && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
