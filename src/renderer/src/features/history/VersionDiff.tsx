import { useEffect, useMemo, useState } from 'react'
import type { Result } from '#shared/result'
import { fail } from '#shared/result'
import type { Story, StoryDetail } from '#shared/story/story'
import { explain } from '#shared/story/story-error'
import type { Version } from '#shared/story/story-id'
import { useDesk, useDeskState } from '../../state/desk-context'
import { differences } from '../../state/story-differences'
import { countOf } from '../../state/story-words'
import { restoreVersion } from '../../state/version-actions'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './HistoryTab.module.css'

type VersionDiffProps = {
  readonly story: Story
  readonly version: Version
  /** Until when the story was so. */
  readonly when: string
}

/** What restoring a version would change, field by field, and the button that does it. */
export function VersionDiff({ story, version, when }: VersionDiffProps) {
  const desk = useDesk()
  const then = useVersion(story, version)
  const now = useDeskState(
    (each) => each.details.store,
    ({ detail }) => (detail?.story.id === story.id ? detail : null)
  )
  const found = useMemo(
    () => (then?.ok && now !== null ? differences(then.value, now) : []),
    [then, now]
  )
  if (then === null || now === null) return null
  if (!then.ok) return <p className={styles.words}>{then.error}</p>

  return (
    <section className={styles.diff} aria-label={`Until ${when}`}>
      <header className={styles.head}>
        <p className={styles.words}>
          {found.length === 0
            ? 'Says the same as now, written in another way.'
            : `${countOf(found.length, 'difference', 'differences')} from now`}
        </p>
        <Button onPress={() => void restoreVersion(desk, story.id, version, when)}>
          <Icon name="undo" />
          Restore
        </Button>
      </header>
      {found.length > 0 && (
        <p className={styles.columns} aria-hidden="true">
          <span>Now</span>
          <span>Until {when}</span>
        </p>
      )}
      <ul className={styles.changes}>
        {found.map(({ field, was, is }) => (
          <li key={`${field} ${was} ${is}`} className={styles.change}>
            <span className={styles.field}>{field}</span>
            <span className={styles.value} data-side="now">
              <span className="visually-hidden">Now: </span>
              {is ?? 'missing'}
            </span>
            <Icon name="arrow" turn={90} size={14} />
            <span className={styles.value} data-side="then">
              <span className="visually-hidden">Then: </span>
              {was ?? 'missing'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useVersion({ id }: Story, version: Version): Result<StoryDetail, string> | null {
  const desk = useDesk()
  const [detail, setDetail] = useState<Result<StoryDetail, string> | null>(null)
  useEffect(() => {
    let isOver = false
    desk.transport
      .call('versions.read', { id, version })
      .then((result) => (result.ok ? result : fail(explain(result.error))))
      .catch(() => fail('The connection broke before the version was read.'))
      .then((result) => {
        if (!isOver) setDetail(result)
      })
    return () => {
      isOver = true
    }
  }, [desk, id, version])
  return detail
}
