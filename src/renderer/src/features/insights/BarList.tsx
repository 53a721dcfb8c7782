import { useState } from 'react'
import { type Bin, partsWords, totalOf } from '../../state/insights'
import styles from './BarList.module.css'

type BarListProps = {
  readonly title: string
  /** Most stories first. */
  readonly bins: readonly Bin[]
  /** Which value the list is narrowed to. */
  readonly isChosen: (key: string) => boolean
  readonly onChoose: (key: string) => void
}

const AT_FIRST = 8

/** Values by the number of their stories; each is a button that narrows the list to it, or no longer. */
export function BarList({ title, bins, isChosen, onChoose }: BarListProps) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? bins.slice(0, MOST) : bins.slice(0, AT_FIRST)
  const highest = Math.max(1, ...bins.map(totalOf))
  return (
    <section aria-label={title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.about}>
          {bins.length === 0 ? 'none' : `${shown.length} of ${bins.length.toLocaleString('en')}`}
        </span>
      </header>
      <ul className={styles.bars}>
        {shown.map((bin) => (
          <li key={bin.key}>
            <button
              type="button"
              className={styles.bar}
              aria-pressed={isChosen(bin.key)}
              aria-label={`${bin.words}: ${partsWords(bin)}`}
              title={`${bin.words}: ${partsWords(bin)}`}
              onClick={() => onChoose(bin.key)}
            >
              <span className={styles.words} dir="auto">
                {bin.words}
              </span>
              <span className={styles.track}>
                {(['published', 'unpublished', 'outside'] as const).map((part) => (
                  <span
                    key={part}
                    className={styles[part]}
                    style={{ inlineSize: `${(bin[part] / highest) * 100}%` }}
                  />
                ))}
              </span>
              <span className={styles.count}>
                <b>{(bin.published + bin.unpublished).toLocaleString('en')}</b>
                {bin.outside > 0 && ` of ${totalOf(bin).toLocaleString('en')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {bins.length > AT_FIRST && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show more ${title.toLowerCase()}`}
        </button>
      )}
    </section>
  )
}

/** More would not be read; the sidebar and the search know the others. */
const MOST = 50
