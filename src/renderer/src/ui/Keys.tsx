import { useContext } from 'react'
import styles from './Keys.module.css'
import { KeyNamesContext } from './key-names'

type KeysProps = { readonly keys: readonly string[] }

/** The keys that do now what `keys` usually do. */
export function Keys({ keys }: KeysProps) {
  const names = useContext(KeyNamesContext)(keys)
  return names.length === 0 ? null : <Caps keys={names} />
}

/** Keys as they stand on the keyboard, for the eye; whoever listens gets them in words elsewhere. */
export function Caps({ keys }: KeysProps) {
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
