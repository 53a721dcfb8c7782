import type { Move } from '../../state/link-ops'
import { Icon, type IconName } from '../../ui/Icon'
import styles from './LinkRow.module.css'

type LinkButtonsProps = {
  readonly isStop: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isOpen: boolean
  /** The link's page, if it may be opened. */
  readonly page: string | null
  readonly onMove: (move: Move) => void
  readonly onRemove: () => void
  /** Opens the link for editing, or closes it. */
  readonly onToggle: () => void
}

const MOVES: readonly {
  readonly move: Move
  readonly label: string
  readonly keys: string
  readonly icon: IconName
  readonly turn?: 180
}[] = [
  { move: 'top', label: 'Move to top', keys: 'Alt Home', icon: 'toTop' },
  { move: 'up', label: 'Move up', keys: 'Alt ↑', icon: 'arrow' },
  { move: 'down', label: 'Move down', keys: 'Alt ↓', icon: 'arrow', turn: 180 },
  { move: 'bottom', label: 'Move to bottom', keys: 'Alt End', icon: 'toTop', turn: 180 }
]

/** What can be done with a link. A button that leads nowhere stays, so that the focus never falls off it. */
export function LinkButtons(props: LinkButtonsProps) {
  const { isStop, isFirst, isLast, isOpen, page, onMove, onRemove, onToggle } = props
  const tabIndex = isStop ? 0 : -1
  return (
    <span className={styles.buttons} {...(!isOpen && { role: 'gridcell' })}>
      <button
        type="button"
        className={styles.button}
        data-part="edit"
        aria-label="Edit link"
        aria-expanded={isOpen}
        title={isOpen ? 'Close (Esc)' : 'Edit link (Enter)'}
        tabIndex={tabIndex}
        onClick={onToggle}
      >
        <Icon name="chevron" {...(!isOpen && { turn: 270 })} />
      </button>
      {MOVES.map(({ move, label, keys, icon, turn }) => (
        <button
          key={move}
          type="button"
          className={styles.button}
          data-part={move}
          aria-label={label}
          title={`${label} (${keys})`}
          aria-disabled={(move === 'top' || move === 'up' ? isFirst : isLast) || undefined}
          tabIndex={tabIndex}
          onClick={() => onMove(move)}
        >
          <Icon name={icon} {...(turn && { turn })} />
        </button>
      ))}
      {page !== null && (
        <a
          className={styles.button}
          data-part="open"
          href={page}
          target="_blank"
          rel="noopener noreferrer"
          aria-label="Open page"
          title={page}
          tabIndex={tabIndex}
        >
          <Icon name="open" />
        </a>
      )}
      <button
        type="button"
        className={styles.button}
        data-part="remove"
        aria-label="Remove link"
        title="Remove link (Delete)"
        tabIndex={tabIndex}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </button>
    </span>
  )
}
