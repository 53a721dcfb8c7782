import type { Problem } from '#shared/problem'
import type { SourceExcerpt } from '#shared/story/story'
import { visibleText } from '../../state/visible-text'
import styles from './SourceLines.module.css'

type SourceLinesProps = { readonly source: SourceExcerpt; readonly problem: Problem }

/** Lines of a file as they are, with the fault marked. What prints nothing is shown by its code. */
export function SourceLines({ source, problem }: SourceLinesProps) {
  return (
    <figure className={styles.source} aria-label={`Lines around line ${problem.line}`}>
      {source.lines.map((text, index) => {
        const line = source.firstLine + index
        const isFault = line === problem.line
        return (
          <div key={line} className={styles.line} data-fault={isFault || undefined}>
            <span className={styles.number}>{line}</span>
            <code className={styles.text}>
              {isFault ? <Fault text={text} column={problem.column} /> : visibleText(text)}
            </code>
          </div>
        )
      })}
    </figure>
  )
}

/** The line from the fault on is underlined; a fault behind its end marks the whole line. */
function Fault({ text, column }: { readonly text: string; readonly column: number }) {
  const start = column - 1 < text.length ? column - 1 : 0
  return (
    <>
      {visibleText(text.slice(0, start))}
      <mark className={styles.mark}>{visibleText(text.slice(start)) || ' '}</mark>
    </>
  )
}
