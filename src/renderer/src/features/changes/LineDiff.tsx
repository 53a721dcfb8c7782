import { useEffect, useState } from 'react'
import type { ChangedRow } from '#shared/library/desk-changes'
import { explainGitError } from '#shared/library/git-error'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import styles from './LineDiff.module.css'

type LineDiffProps = {
  readonly id: StoryId
  readonly name: string
  /** Asked for again when these are others. */
  readonly rows: readonly ChangedRow[]
}

/** More lines would not be read, and are slow to draw. */
const MOST_LINES = 400

/** What became of a story line by line, as git says it. */
export function LineDiff({ id, name, rows }: LineDiffProps) {
  const text = useLines(id, rows)
  if (text === null) return null
  const lines = text.split('\n').slice(0, -1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard too
    <section className={styles.lines} aria-label={`Lines of ${name}`} tabIndex={0}>
      {lines.length === 0 && <p className={styles.none}>{text === '' ? NONE : text}</p>}
      {lines.slice(0, MOST_LINES).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
        <p key={at} className={styles.line} data-kind={KINDS[line.charAt(0)]}>
          <span className={styles.sign}>{line.charAt(0)}</span>
          <span dir="auto">{line.charAt(0) === '@' ? line : line.slice(1)}</span>
        </p>
      ))}
      {lines.length > MOST_LINES && (
        <p className={styles.none}>{(lines.length - MOST_LINES).toLocaleString('en')} more lines</p>
      )}
    </section>
  )
}

const NONE = 'Git knows of no line that is not the same.'
const KINDS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' }

function useLines(id: StoryId, rows: readonly ChangedRow[]): string | null {
  const desk = useDesk()
  const [lines, setLines] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other fields come from other lines
  useEffect(() => {
    let isOver = false
    desk.transport
      .call('changes.lines', { id })
      .then((found) => (found.ok ? found.value : explainGitError(found.error)))
      .catch(() => 'The connection broke.')
      .then((text) => {
        if (!isOver) setLines(text)
      })
    return () => {
      isOver = true
    }
  }, [desk, id, rows])
  return lines
}
