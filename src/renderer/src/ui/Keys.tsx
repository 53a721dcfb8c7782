import styles from './Keys.module.css'

type KeysProps = { readonly keys: readonly string[] }

/** Keys as they stand on the keyboard, for the eye; whoever listens gets them in words elsewhere. */
export function Keys({ keys }: KeysProps) {
  return (
    <span className={styles.keys}>
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
