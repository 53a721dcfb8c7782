import { Button, type ButtonProps } from 'react-aria-components/Button'
import { Icon, type IconName } from './Icon'
import styles from './IconButton.module.css'
import { Tip } from './Tip'

type IconButtonProps = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  readonly icon: IconName
  readonly turn?: 90 | 180 | 270
  readonly mirrored?: boolean
  /** The button's name. */
  readonly label: string
  /** What the tooltip says instead of the name. */
  readonly tip?: string
  readonly keys?: readonly string[]
}

/** A button that is only an icon: it has a name, and a tooltip that teaches its key. */
export function IconButton({ icon, turn, mirrored, label, tip, keys, ...rest }: IconButtonProps) {
  return (
    <Tip text={tip ?? label} {...(keys && { keys })}>
      <Button {...rest} aria-label={label} className={styles.button ?? ''}>
        <Icon name={icon} {...(turn && { turn })} {...(mirrored && { mirrored })} />
      </Button>
    </Tip>
  )
}
