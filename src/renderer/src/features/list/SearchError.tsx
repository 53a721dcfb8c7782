import type { QueryError } from '#shared/library/query-syntax'
import styles from './SearchBox.module.css'

type SearchErrorProps = {
  readonly id: string
  readonly text: string
  readonly error: QueryError
}

/** Why the search is not understood, with the part of it underlined. */
export function SearchError({ id, text, error: { position, length, message } }: SearchErrorProps) {
  return (
    <p className={styles.error} id={id}>
      <code>
        {text.slice(0, position)}
        <mark>{text.slice(position, position + length) || ' '}</mark>
        {text.slice(position + length)}
      </code>
      {message}
    </p>
  )
}
