import { type CSSProperties, useEffect, useState } from 'react'
import { fail, type Result } from '#shared/result'
import type { Story, StorySource } from '#shared/story/story'
import { explain } from '#shared/story/story-error'
import { useDesk } from '../../state/desk-context'
import { visibleText } from '../../state/visible-text'
import styles from './SourceTab.module.css'

/** The story's file as it is, with line numbers. What prints nothing is shown by its code. */
export function SourceTab({ story }: { readonly story: Story }) {
  const source = useSource(story)
  if (source === null) return null
  if (!source.ok) return <p className={styles.words}>{source.error}</p>
  const lines = source.value.text.split(/\r\n|\n|\r/)
  const digits = String(lines.length).length
  return (
    <div className={styles.file}>
      <p className={styles.words}>{story.id}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div className={styles.source} role="group" aria-label="Text of the file" tabIndex={0}>
        {partsOf(lines).map(({ first, text, count }) => (
          <div
            key={first}
            className={styles.part}
            style={{ '--lines': count, '--digits': digits } as CSSProperties}
          >
            <pre className={styles.numbers} aria-hidden="true">
              {Array.from({ length: count }, (_, index) => first + index).join('\n')}
            </pre>
            <pre className={styles.text}>{text}</pre>
          </div>
        ))}
      </div>
      {source.value.isCut && (
        <p className={styles.words}>The file is longer. This is how it begins.</p>
      )}
    </div>
  )
}

/** Lines that are drawn together. One text of all lines of a long file holds up each frame for half a minute. */
const PART = 100

/** The text in parts of which only those in sight are drawn; `first` counts from 1. */
const partsOf = (lines: readonly string[]) =>
  Array.from({ length: Math.ceil(lines.length / PART) }, (_, index) => {
    const part = lines.slice(index * PART, (index + 1) * PART)
    return {
      first: index * PART + 1,
      count: part.length,
      text: part.map(visibleText).join('\n')
    }
  })

/** What the file says now; `null` until it is read for the first time. */
function useSource({ id, version }: Story): Result<StorySource, string> | null {
  const desk = useDesk()
  const [source, setSource] = useState<Result<StorySource, string> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text
  useEffect(() => {
    let isOver = false
    desk.transport
      .call('story.source', { id })
      .then((result) => (result.ok ? result : fail(explain(result.error))))
      .catch(() => fail('The connection broke. The file is read again when it is back.'))
      .then((result) => {
        if (!isOver) setSource(result)
      })
    return () => {
      isOver = true
    }
  }, [desk, id, version])
  return source
}
