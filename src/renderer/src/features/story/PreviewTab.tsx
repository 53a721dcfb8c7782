import type { Link, Story } from '#shared/story/story'
import { useDeskState } from '../../state/desk-context'
import { rowTitle } from '../../state/story-words'
import { day, dayAndTime, yearOf } from '../../state/time-words'
import { usePictures } from '../../state/use-picture'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import styles from './PreviewTab.module.css'

/** How readers may meet the story: as a card among others, and as a page of its own. */
export function PreviewTab({ story }: { readonly story: Story }) {
  const pictures = usePictures()
  const links = useDeskState(
    (desk) => desk.details.store,
    ({ detail }) => (detail?.story.id === story.id ? detail.links : NONE)
  )
  const picture = pictures(story.image)
  const when = dayAndTime(story.publishedDateTime)
  return (
    <div className={styles.preview}>
      <p className={styles.state} data-on={story.onSite || undefined}>
        <Icon name={story.onSite ? 'published' : 'unpublished'} />
        {story.onSite ? 'On the site' : 'Not on the site'}
      </p>

      <section aria-label="As a card">
        <h2 className={styles.name}>As a card</h2>
        <article className={styles.card}>
          <Picture src={picture} className={styles.cardPicture} />
          <div className={styles.cardWords}>
            <h3 className={styles.cardTitle} dir="auto">
              {rowTitle(story)}
            </h3>
            <p className={styles.meta}>
              {[story.provider, day(story.publishedDateTime, null)].filter(Boolean).join(' · ')}
            </p>
          </div>
        </article>
      </section>

      <section aria-label="As a page">
        <h2 className={styles.name}>As a page</h2>
        <article className={styles.page}>
          <p className={styles.meta}>{story.topics.join(' · ')}</p>
          <h3 className={styles.title} dir="auto">
            {rowTitle(story)}
          </h3>
          <p className={styles.meta}>{[story.provider, when].filter(Boolean).join(' · ')}</p>
          <Picture src={picture} className={styles.picture} />
          {story.excerpt !== null && (
            <p className={styles.excerpt} dir="auto">
              {story.excerpt}
            </p>
          )}
          {links.length > 0 && <Coverage links={links} year={yearOf(story.publishedDateTime)} />}
        </article>
      </section>
    </div>
  )
}

const NONE: readonly Link[] = []

/** So many links are shown; a page with more of them looks the same. */
const SHOWN = 12

function Coverage({
  links,
  year
}: {
  readonly links: readonly Link[]
  readonly year: number | null
}) {
  const pictures = usePictures()
  const more = links.length - SHOWN
  return (
    <>
      <h4 className={styles.coverage}>Related coverage</h4>
      <ul className={styles.links}>
        {links.slice(0, SHOWN).map((link) => (
          <li key={link.key} className={styles.link}>
            <Picture src={pictures(link.image)} className={styles.linkPicture} />
            <span className={styles.linkWords}>
              <span dir="auto">{link.title ?? link.webUrl}</span>
              <span className={styles.meta}>
                {[link.provider, day(link.publishedDateTime, year)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.meta}>and {more.toLocaleString('en')} more</p>}
    </>
  )
}
