import { Icon } from '../../ui/Icon'
import styles from './SelectTick.module.css'

type SelectTickProps = { readonly isSelected: boolean; readonly onSelect: () => void }

/** The tick of a chosen story. Pointing at the place shows where a click chooses it; the key is X. */
export function SelectTick({ isSelected, onSelect }: SelectTickProps) {
  return (
    <button
      type="button"
      className={styles.place}
      data-selected={isSelected || undefined}
      tabIndex={-1}
      aria-label={isSelected ? 'Deselect' : 'Select'}
      title={`${isSelected ? 'Deselect' : 'Select'} (X)`}
      onClick={(event) => {
        if (event.shiftKey) return
        event.stopPropagation()
        onSelect()
      }}
    >
      <span className={styles.tick}>
        <Icon name="check" size={14} />
      </span>
    </button>
  )
}
