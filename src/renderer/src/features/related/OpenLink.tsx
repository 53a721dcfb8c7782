import { type CSSProperties, type PointerEvent, useLayoutEffect, useRef } from 'react'
import type { Link } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { webAddress } from '#shared/story/web-address'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import { LinkButtons } from './LinkButtons'
import { LinkNumber, LinkText } from './LinkFields'
import { spokenLink } from './link-words'
import styles from './OpenLink.module.css'
import { PositionCell } from './PositionCell'
import { type LinkActions, useLinkRow } from './use-link-row'

type OpenLinkProps = LinkActions & {
  readonly story: StoryId
  readonly link: Link
  readonly index: number
  readonly count: number
  readonly top: number
  readonly isStop: boolean
  readonly isGhost: boolean
  readonly marks: readonly string[]
  readonly shownPlace: number
  readonly picture: string | null
  /** Its own height, in CSS pixels, now and whenever that changes. */
  readonly onHeight: (height: number) => void
  readonly onGrip: (index: number, event: PointerEvent, onTap: () => void) => void
}

/** A link that is open: its title becomes the field where it stood, its other fields follow below. */
export function OpenLink(props: OpenLinkProps) {
  const { story, link, index, count, top, isStop, isGhost, marks, shownPlace, picture } = props
  const { onMove, onRemove, onElsewhere, onClose, onGrip, onHeight } = props
  const { position, handlers } = useLinkRow(props, index, true)
  const row = useRef<HTMLDivElement>(null)
  const page = webAddress(link.webUrl)

  useLayoutEffect(() => {
    const element = row.current
    if (element === null) return
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [onHeight])

  return (
    <div
      ref={row}
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-label={spokenLink(link, index, count, marks)}
      data-ghost={isGhost || undefined}
      tabIndex={isStop ? 0 : -1}
      {...(isStop && { 'data-focus-place': 'related' })}
      style={{ '--top': `${top}px` } as CSSProperties}
      {...handlers}
    >
      <div className={styles.block}>
        <PositionCell
          place={shownPlace}
          count={count}
          {...position}
          onGrip={(event, onTap) => onGrip(index, event, onTap)}
        />
        <Picture src={picture} className={styles.picture} />
        <div className={styles.fields} role="gridcell">
          <div className={styles.head}>
            <LinkText story={story} link={link} name="title" label="Link title" isTitle />
            <LinkButtons
              isStop
              isFirst={index === 0}
              isLast={index === count - 1}
              isOpen
              page={null}
              onMove={(move) => onMove(index, move)}
              onRemove={() => onRemove(index)}
              onToggle={() => onClose(index)}
            />
            <LinkNumber story={story} link={link} />
          </div>
          <LinkText story={story} link={link} name="excerpt" label="Link excerpt" words="Excerpt" />
          <div className={styles.facts}>
            <LinkText
              story={story}
              link={link}
              name="provider"
              label="Link provider"
              words="Provider"
            />
            <LinkText
              story={story}
              link={link}
              name="publishedDateTime"
              label="Link date"
              words="Date"
            />
            <LinkText story={story} link={link} name="webUrl" label="Link address" words="Address">
              {page !== null && (
                <a
                  className={styles.open}
                  href={page.href}
                  target="_blank"
                  rel="noopener noreferrer"
                  aria-label="Open page"
                  title="Open page"
                >
                  <Icon name="open" size={14} />
                </a>
              )}
            </LinkText>
          </div>
          <div className={styles.ways}>
            <Button look="quiet" onPress={() => onElsewhere(index)}>
              Move to another story
            </Button>
          </div>
        </div>
      </div>
    </div>
  )
}
