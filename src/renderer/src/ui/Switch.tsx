import styles from './Switch.module.css'

type SwitchProps = {
  readonly label: string
  /** `null`: neither, because the file says something else. */
  readonly isOn: boolean | null
  /** The wish is on its way to the file. */
  readonly isPending: boolean
  /** The words beside it say what is so; `problem` paints them as a fault. */
  readonly words: string
  readonly isProblem?: boolean
  readonly focusPlace?: string
  readonly onToggle: (isOn: boolean) => void
}

/** On or off, in a shape and in words. */
export function Switch(props: SwitchProps) {
  const { label, isOn, isPending, words, isProblem = false, focusPlace, onToggle } = props
  return (
    <label className={styles.row}>
      <button
        type="button"
        role="switch"
        className={styles.track}
        aria-label={label}
        aria-checked={isOn ?? false}
        aria-busy={isPending || undefined}
        data-state={isOn === null ? 'odd' : isOn ? 'on' : 'off'}
        data-focus-place={focusPlace}
        onClick={() => onToggle(!(isOn ?? false))}
      >
        <span className={styles.knob} />
      </button>
      <span className={styles.words} data-problem={isProblem || undefined}>
        {words}
      </span>
    </label>
  )
}
