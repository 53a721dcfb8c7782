import type { Json } from '#shared/json'
import type { Story } from '#shared/story/story'
import { webAddress } from '#shared/story/web-address'
import { useDeskState } from '../../state/desk-context'
import { dayAndTime } from '../../state/time-words'
import { usePictures } from '../../state/use-picture'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import styles from './StoryHead.module.css'
import { TitleField } from './TitleField'

/** Picture, title, and where the story comes from. */
export function StoryHead({ story }: { readonly story: Story }) {
  const pictures = usePictures()
  const picture = pictures(story.image)
  const page = webAddress(story.webUrl)
  const when = dayAndTime(story.publishedDateTime)
  return (
    <header className={styles.head}>
      <Picture
        src={picture}
        className={`${styles.picture} ${picture === null ? styles.without : ''}`}
      />
      <div className={styles.words}>
        <TitleField story={story} />
        <p className={styles.source}>
          {story.provider !== null && <Provider story={story} name={story.provider} />}
          {when !== null && <time title={story.publishedDateTime ?? undefined}>{when}</time>}
          {page !== null && (
            <a
              className={styles.page}
              href={page.href}
              target="_blank"
              rel="noopener noreferrer"
              title={page.href}
            >
              Open page
              <Icon name="open" size={13} />
            </a>
          )}
        </p>
      </div>
    </header>
  )
}

function Provider({ story, name }: { readonly story: Story; readonly name: string }) {
  const pictures = usePictures()
  const logo = useDeskState(
    (desk) => desk.details.store,
    ({ detail }) => (detail?.story.id === story.id ? logoOf(at(detail.data, 'provider')) : null)
  )
  const src = pictures(logo)
  return (
    <span className={styles.provider}>
      <Picture
        src={src}
        className={styles.logo}
        fallback={
          <span className={styles.letter} aria-hidden="true">
            {[...name][0]?.toUpperCase()}
          </span>
        }
      />
      <span className={styles.name} title={name}>
        {name}
      </span>
    </span>
  )
}

function logoOf(provider: Json | undefined): string | null {
  const first = at(at(at(provider, 'images'), 0), 'url')
  return typeof first === 'string' ? first : null
}

/** A member of a JSON value, if it has such a member. */
function at(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as { readonly [key: string]: Json })[key]
}
