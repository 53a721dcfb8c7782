import { useMemo } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { onSite, onSiteWords } from '../../state/on-site'
import { showView } from '../../state/story-actions'
import type { ViewName } from '../../state/view-store'
import { Icon, type IconName } from '../../ui/Icon'
import { SettingsProblems } from './SettingsProblems'
import styles from './SideRow.module.css'
import { WorstProblems } from './WorstProblems'

const VIEWS: readonly ViewRowProps[] = [
  { name: 'inbox', icon: 'inbox', words: 'Inbox' },
  { name: 'all', icon: 'stories', words: 'All stories' },
  { name: 'published', icon: 'published', words: 'Published' },
  { name: 'unpublished', icon: 'unpublished', words: 'Unpublished' },
  { name: 'held', icon: 'held', words: 'Held' }
]

/** The views of the library. Their glyphs are the legend of the whole desk. */
export function ViewList({ isRail }: { readonly isRail: boolean }) {
  const showsProblems = useDeskState(
    (desk) => desk.view,
    ({ name }) => name === 'problems'
  )
  const tips = useTips()
  return (
    <>
      <ul className={styles.rows}>
        {VIEWS.map((view) => (
          <ViewRow key={view.name} {...view} isRail={isRail} tip={tips[view.name]} />
        ))}
      </ul>
      {/* In the view of problems the list itself is the region of that name. */}
      <section aria-label={showsProblems ? undefined : 'Problems'}>
        <ul className={styles.rows}>
          <ViewRow name="problems" icon="problem" words="Problems" isRail={isRail} />
          {!isRail && <SettingsProblems />}
          {!isRail && !showsProblems && <WorstProblems />}
        </ul>
      </section>
      <ul className={styles.rows}>
        <InsightsRow isRail={isRail} />
      </ul>
    </>
  )
}

/** The way to insights for a mouse. */
function InsightsRow({ isRail }: { readonly isRail: boolean }) {
  const desk = useDesk()
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-label={isRail ? 'Insights' : undefined}
        title="What the library looks like"
        data-rail={isRail || undefined}
        onClick={() => desk.window.setState({ dialog: 'insights' })}
      >
        <Icon name="chart" />
        {!isRail && <span className={styles.words}>Insights</span>}
      </button>
    </li>
  )
}

type ViewRowProps = {
  readonly name: ViewName
  readonly icon: IconName
  readonly words: string
}

/** What the numbers of views count where their names leave that open. */
function useTips(): { readonly [name in ViewName]?: string } {
  const stories = useDeskState(
    (desk) => desk.list,
    (list) => list.stories
  )
  return useMemo(() => {
    const counts = onSite(stories)
    const others = stories.length - counts.all
    return {
      published: onSiteWords(counts),
      unpublished: `${others.toLocaleString('en')} not on the site. As a search: -is:onsite`
    }
  }, [stories])
}

type RowLook = { readonly isRail: boolean; readonly tip?: string | undefined }

function ViewRow({ name, icon, words, isRail, tip }: ViewRowProps & RowLook) {
  const desk = useDesk()
  const isShown = useDeskState(
    (each) => each.view,
    (view) => view.name === name && view.saved === null
  )
  const count = useDeskState(
    (each) => each.list,
    ({ counts }) => counts[name]
  )
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-current={isShown ? 'page' : undefined}
        aria-label={isRail ? `${words} ${count}` : undefined}
        title={isRail ? `${words}: ${tip ?? count.toLocaleString('en')}` : tip}
        data-view={name}
        data-rail={isRail || undefined}
        data-any={count > 0 || undefined}
        onClick={() => showView(desk, name)}
      >
        <Icon name={icon} />
        {!isRail && <span className={styles.words}>{words}</span>}
        {!isRail && <span className={styles.count}>{count.toLocaleString('en')}</span>}
      </button>
    </li>
  )
}
