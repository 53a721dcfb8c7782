import { useEffect, useState } from 'react'
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
  const numbers = lines.map((_, index) => index + 1).join('\n')
  return (
    <div className={styles.file}>
      <p className={styles.words}>{story.id}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div className={styles.source} role="group" aria-label="Text of the file" tabIndex={0}>
        <pre className={styles.numbers} aria-hidden="true">
          {numbers}
        </pre>
        <pre className={styles.text}>{lines.map(visibleText).join('\n')}</pre>
      </div>
      {source.value.isCut && (
        <p className={styles.words}>The file is longer. This is how it begins.</p>
      )}
    </div>
  )
}

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
