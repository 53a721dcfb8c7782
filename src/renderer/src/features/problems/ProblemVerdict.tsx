import type { ReactNode } from 'react'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { useDeskState } from '../../state/desk-context'
import { rowTitle } from '../../state/story-words'
import { Icon } from '../../ui/Icon'
import styles from './ProblemVerdict.module.css'
import { SourceLines } from './SourceLines'

type ProblemVerdictProps = {
  /** What settles a story that git could not merge. */
  readonly clash: (id: StoryId) => ReactNode
}

/** Why the open story cannot be edited, and first of all whether the site shows it anyway. */
export function ProblemVerdict({ clash }: ProblemVerdictProps) {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  const source = useDeskState(
    (desk) => desk.details.store,
    ({ detail }) => (detail?.story.id === current ? detail.excerptOfSource : null)
  )
  if (story?.problem == null) return null
  const { problem, id } = story
  const isClash = problem.code === 'merge-conflict'
  return (
    <div className={styles.verdict}>
      <header className={styles.head}>
        <span className={styles.sign}>
          <Icon name="problem" />
        </span>
        <div>
          <h2 className={styles.title}>{titleFor(story)}</h2>
          <p className={styles.story}>{rowTitle(story)}</p>
          <Fate story={story} />
        </div>
      </header>
      <dl className={styles.facts}>
        <dt>Why</dt>
        <dd>{problem.message}</dd>
        <dt>Where</dt>
        <dd>
          Line {problem.line}, column {problem.column} of <span className={styles.file}>{id}</span>
        </dd>
      </dl>
      {isClash && clash(id)}
      {source !== null && <SourceLines source={source} problem={problem} />}
      <p className={styles.help}>
        {isClash
          ? 'Or mend the file in a text editor and mark it with git add: the story comes back by itself.'
          : 'Storydesk leaves this file as it is. Mend the line in a text editor: the story comes back by itself.'}
      </p>
    </div>
  )
}

function titleFor({ onSite, published }: Story): string {
  if (!onSite) return 'Storydesk cannot edit this file safely'
  return published === false
    ? 'Jekyll will publish this file although it says unpublished'
    : 'Jekyll will publish this file'
}

/** What the file says and what the site does with it. */
function Fate({ story }: { readonly story: Story }) {
  const { published, onSite } = story
  return (
    <p className={styles.fate}>
      {published !== null && (
        <>
          <span className={styles.quiet}>The file says</span>
          <State isOn={published} />
          <Icon name="arrow" turn={90} size={14} />
        </>
      )}
      <span className={styles.quiet}>The site shows</span>
      <State isOn={onSite} />
    </p>
  )
}

function State({ isOn }: { readonly isOn: boolean }) {
  return (
    <span className={styles.state} data-on={isOn || undefined}>
      <Icon name={isOn ? 'published' : 'unpublished'} />
      {isOn ? 'Published' : 'Unpublished'}
    </span>
  )
}
