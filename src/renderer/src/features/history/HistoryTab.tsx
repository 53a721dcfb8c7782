import { useEffect, useState } from 'react'
import type { KeptVersion } from '#shared/library/kept-version'
import type { Story } from '#shared/story/story'
import type { Version } from '#shared/story/story-id'
import { useDesk, useDeskState } from '../../state/desk-context'
import { momentWords } from '../../state/time-words'
import { Empty } from '../../ui/Empty'
import { useNow } from '../../ui/use-now'
import styles from './HistoryTab.module.css'
import { VersionDiff } from './VersionDiff'

/** The versions of the open story that Storydesk has replaced, and what each would bring back. */
export function HistoryTab() {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  return story === undefined ? null : <Versions key={story.id} story={story} />
}

function Versions({ story }: { readonly story: Story }) {
  const versions = useVersions(story)
  const now = useNow()
  const [wanted, setWanted] = useState<Version | null>(null)
  if (versions === null) return null
  const others = versions.filter(({ version }) => version !== story.version)
  const chosen = others.find(({ version }) => version === wanted) ?? others[0]
  if (chosen === undefined) {
    return (
      <Empty
        icon="undo"
        fact="No earlier version yet."
        help="Every version of this story that Storydesk replaces is kept here."
      />
    )
  }
  return (
    <div className={styles.history}>
      <div className={styles.versions} role="radiogroup" aria-label="Earlier versions">
        {others.map(({ version, at }) => (
          <label key={version} className={styles.version}>
            <input
              type="radio"
              className="visually-hidden"
              name="version"
              checked={version === chosen.version}
              onChange={() => setWanted(version)}
            />
            <span>Until {momentWords(at, now)}</span>
          </label>
        ))}
      </div>
      <VersionDiff
        key={chosen.version}
        story={story}
        version={chosen.version}
        when={momentWords(chosen.at, now)}
      />
    </div>
  )
}

/** Newest first; `null` until they are known. */
function useVersions({ id, version }: Story): readonly KeptVersion[] | null {
  const desk = useDesk()
  const [versions, setVersions] = useState<readonly KeptVersion[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version means one more earlier one
  useEffect(() => {
    let isOver = false
    desk.transport
      .call('versions.list', { id })
      .catch(() => [])
      .then((found) => {
        if (!isOver) setVersions(found)
      })
    return () => {
      isOver = true
    }
  }, [desk, id, version])
  return versions
}
