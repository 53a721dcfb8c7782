import { useState } from 'react'
import { useStore } from 'zustand'
import type { DeskStory } from '#shared/library/desk-changes'
import { committable, type GitChanges } from '../../state/git-changes'
import { Button } from '../../ui/Button'
import styles from './ChangedStories.module.css'
import { ChangedStory } from './ChangedStory'

/** So many stories are shown at first, and more at a time when they are asked for. */
const PAGE = 40

type ChangedStoriesProps = {
  readonly git: GitChanges
  readonly stories: readonly DeskStory[]
}

/** The stories in the order of their paths, each to be chosen for a commit. */
export function ChangedStories({ git, stories }: ChangedStoriesProps) {
  const state = useStore(git.store)
  const [shown, setShown] = useState(PAGE)
  const ids = committable(state).map(({ id }) => id)
  const left = ids.filter((id) => state.left.has(id)).length
  return (
    <>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={ids.length > 0 && left === 0}
          disabled={ids.length === 0}
          ref={(box) => {
            if (box !== null) box.indeterminate = left > 0 && left < ids.length
          }}
          onChange={({ target }) => git.choose(ids, target.checked)}
        />
        Commit all
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too */}
      <ul className={styles.stories} aria-label="Changed stories" tabIndex={0}>
        {stories.slice(0, shown).map((story) => (
          <ChangedStory
            key={story.id}
            git={git}
            story={story}
            isChosen={story.kind !== 'conflicted' && !state.left.has(story.id)}
          />
        ))}
        {stories.length > shown && (
          <li className={styles.more}>
            <Button look="quiet" onPress={() => setShown(shown + PAGE)}>
              Show more stories
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}
