import { type KeyboardEvent, useId, useState } from 'react'
import type { DeskStory } from '#shared/library/desk-changes'
import { useDesk, useDeskState } from '../../state/desk-context'
import type { GitChanges } from '../../state/git-changes'
import { plain } from '../../state/key-press'
import { capsNow } from '../../state/single-keys'
import { openStory } from '../../state/story-actions'
import { fileName, rowTitle } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Caps } from '../../ui/Keys'
import { ChangedField } from './ChangedField'
import styles from './ChangedStory.module.css'
import { ClashPanel } from './ClashPanel'
import { LineDiff } from './LineDiff'

type ChangedStoryProps = {
  readonly git: GitChanges
  readonly story: DeskStory
  readonly isChosen: boolean
}

/** One story: what became of it field by field, and line by line when that is asked for. */
export function ChangedStory({ git, story, isChosen }: ChangedStoryProps) {
  const { id, kind, from, rows } = story
  const [showsLines, setShowsLines] = useState(false)
  const title = useTitle(story)
  const titleId = useId()
  const [linesKey] = useCaps('D')

  function onKeyDown(event: KeyboardEvent) {
    if (linesKey === undefined || !plain(linesKey.toLowerCase())(event.nativeEvent)) return
    event.preventDefault()
    setShowsLines(!showsLines)
  }

  return (
    <li className={styles.story} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <input
          type="checkbox"
          aria-labelledby={titleId}
          checked={isChosen}
          disabled={kind === 'conflicted'}
          onChange={({ target }) => git.choose([id], target.checked)}
        />
        <div className={styles.name}>
          <StoryName story={story} title={title} titleId={titleId} />
          <p className={styles.kind} data-kind={kind}>
            {kind === 'conflicted' && <Icon name="conflict" size={14} />}
            {KINDS[kind](from)}
          </p>
        </div>
        {kind !== 'added' && (
          <Button
            look="quiet"
            aria-expanded={showsLines}
            aria-label={`Lines of ${title}`}
            onPress={() => setShowsLines(!showsLines)}
          >
            Lines
            {linesKey !== undefined && <Caps keys={[linesKey]} />}
          </Button>
        )}
        {kind !== 'added' && kind !== 'conflicted' && (
          <Button
            look="quiet"
            aria-label={kind === 'deleted' ? `Bring back ${title}` : `Revert story ${title}`}
            onPress={() => void git.revert(id, { kind: 'story' }, title)}
          >
            <Icon name="undo" size={14} />
            {kind === 'deleted' ? 'Bring back' : 'Revert story'}
          </Button>
        )}
      </div>
      {rows.length > 0 && kind !== 'conflicted' && (
        <ul className={styles.rows} aria-label={`Changed in ${title}`}>
          {rows.map((row) => (
            <ChangedField key={row.field || row.words} git={git} id={id} row={row} />
          ))}
        </ul>
      )}
      {kind === 'conflicted' && (
        <div className={styles.clash}>
          <ClashPanel id={id} onSettled={() => void git.look()} />
        </div>
      )}
      {showsLines && <LineDiff id={id} name={title} rows={rows} />}
    </li>
  )
}

const KINDS = {
  changed: () => '',
  added: () => 'New: not in the last commit',
  deleted: () => 'Deleted',
  renamed: (from: string | null) => `Renamed, was ${fileName(from ?? '')}`,
  conflicted: () => 'Clashes with another version'
} as const

/** The way into the story, where there is one. */
function StoryName(props: {
  readonly story: DeskStory
  readonly title: string
  readonly titleId: string
}) {
  const { story, title, titleId } = props
  const desk = useDesk()
  if (story.kind === 'deleted') {
    return (
      <p id={titleId} className={styles.title} dir="auto">
        {title}
      </p>
    )
  }
  return (
    <button
      type="button"
      id={titleId}
      className={styles.title}
      dir="auto"
      title={`Open ${story.id}`}
      onClick={() => {
        desk.window.setState({ dialog: 'none' })
        openStory(desk, story.id)
      }}
    >
      {title}
    </button>
  )
}

function useTitle({ id, title }: DeskStory): string {
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories }) => stories.get(id)
  )
  if (story?.title?.trim()) return story.title
  return title ?? (story === undefined ? fileName(id) : rowTitle(story))
}

function useCaps(cap: string): readonly string[] {
  const settings = useDeskState(
    (desk) => desk.settings,
    (all) => all
  )
  return capsNow([cap], settings)
}
