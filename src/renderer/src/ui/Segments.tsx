import { type ReactNode, useId } from 'react'
import styles from './Segments.module.css'

type SegmentsProps<T extends string> = {
  /** The name of the whole. */
  readonly label: string
  readonly choices: readonly { readonly id: T; readonly face: ReactNode }[]
  readonly chosen: T
  readonly onChoose: (id: T) => void
}

/** A few choices side by side, of which one holds. The arrow keys go from one to the next. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, choices, chosen, onChoose } = props
  const name = useId()
  return (
    <div className={styles.segments} role="radiogroup" aria-label={label}>
      {choices.map(({ id, face }) => (
        <label key={id} className={styles.segment}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          {face}
        </label>
      ))}
    </div>
  )
}
