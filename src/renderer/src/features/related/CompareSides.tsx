import type { Link } from '#shared/story/story'
import { dayAndTime } from '../../state/time-words'
import { usePictures } from '../../state/use-picture'
import { Picture } from '../../ui/Picture'
import styles from './Compare.module.css'

/** What a link and a story both say. */
type Facts = Omit<Link, 'key'>
type Side<F> = { readonly name: string; readonly facts: F }
type Row<F> = { readonly label: string; readonly say: (facts: F) => string | null }

const ROWS: readonly Row<Facts>[] = [
  { label: 'Title', say: ({ title }) => title },
  { label: 'Excerpt', say: ({ excerpt }) => excerpt },
  { label: 'Provider', say: ({ provider }) => provider },
  {
    label: 'Date',
    say: ({ publishedDateTime }) => dayAndTime(publishedDateTime) ?? publishedDateTime
  },
  { label: 'Quality', say: ({ quality }) => (quality === null ? null : String(quality)) },
  { label: 'Type', say: ({ type }) => type },
  { label: 'Address', say: ({ webUrl }) => webUrl }
]

type CompareSidesProps<F> = {
  readonly left: Side<F>
  readonly right: Side<F>
  /** What only these two say, after what links and stories both say. */
  readonly more?: readonly Row<F>[]
}

/** Two that are alike, field beside field. What both say is quiet; what differs stands out. */
export function CompareSides<F extends Facts>({ left, right, more = [] }: CompareSidesProps<F>) {
  const pictures = usePictures()
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <td />
          {[left, right].map(({ name, facts }) => (
            <th key={name} scope="col">
              <span className={styles.name}>
                <Picture src={pictures(facts.image)} className={styles.picture} />
                {name}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...ROWS, ...more].map(({ label, say }) => {
          const [a, b] = [say(left.facts), say(right.facts)]
          return (
            <tr key={label} data-differs={a !== b || undefined}>
              <th scope="row">{label}</th>
              <td dir="auto">{a ?? '–'}</td>
              <td dir="auto">{a === b ? 'The same' : (b ?? '–')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
