import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import { takesText } from '../../state/focus-place'
import type { MorePicture } from '../../state/more-fields'
import { movePicture, removePicture } from '../../state/picture-actions'
import { sameJson } from '../../state/same-json'
import { Icon } from '../../ui/Icon'
import { AddPicture } from './AddPicture'
import { PictureLines } from './PictureLines'
import styles from './StoryPictures.module.css'

type StoryPicturesProps = { readonly id: StoryId; readonly pictures: readonly MorePicture[] }

/** The pictures of a story. The first one stands in lists; the order is changed by buttons and by Alt with an arrow. */
export function StoryPictures({ id, pictures }: StoryPicturesProps) {
  const desk = useDesk()
  const list = useRef<HTMLUListElement>(null)
  const count = pictures.length
  const follow = useFollow(list, pictures)

  const move = (index: number, by: 1 | -1) =>
    follow(index, movePicture(desk, id, pictures, index, by))
  const remove = (index: number) => follow(index, removePicture(desk, id, pictures, index))

  return (
    <>
      {count > 0 && (
        <ul ref={list} aria-label="Pictures" className={styles.pictures}>
          {pictures.map((picture, index) => (
            <li key={picture.base} onKeyDown={(event) => onMoveKey(event, (by) => move(index, by))}>
              <PictureLines id={id} picture={picture} hasThumb>
                <PictureButtons
                  label={picture.label.toLowerCase()}
                  isFirst={index === 0}
                  isLast={index === count - 1}
                  onMove={(by) => move(index, by)}
                  onRemove={() => remove(index)}
                />
              </PictureLines>
            </li>
          ))}
        </ul>
      )}
      <AddPicture id={id} count={count} />
    </>
  )
}

type PictureButtonsProps = {
  readonly label: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

/** A button that leads nowhere stays, so that the focus never falls off it. */
function PictureButtons({ label, isFirst, isLast, onMove, onRemove }: PictureButtonsProps) {
  return (
    <span className={styles.buttons}>
      {!(isFirst && isLast) && (
        <>
          <button
            type="button"
            className={styles.button}
            data-part="up"
            aria-label={`Move ${label} up`}
            title="Move up (Alt ↑)"
            aria-disabled={isFirst || undefined}
            onClick={() => onMove(-1)}
          >
            <Icon name="arrow" />
          </button>
          <button
            type="button"
            className={styles.button}
            data-part="down"
            aria-label={`Move ${label} down`}
            title="Move down (Alt ↓)"
            aria-disabled={isLast || undefined}
            onClick={() => onMove(1)}
          >
            <Icon name="arrow" turn={180} />
          </button>
        </>
      )}
      <button
        type="button"
        className={styles.button}
        data-part="remove"
        aria-label={`Remove ${label}`}
        title="Remove picture"
        onClick={onRemove}
      >
        <Icon name="trash" />
      </button>
    </span>
  )
}

function onMoveKey(event: KeyboardEvent, move: (by: 1 | -1) => void): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
  if (by === null || !event.altKey || takesText(event.target)) return
  event.preventDefault()
  move(by)
}

/**
 * Keeps the focus: it goes with a picture that is moved; after a removal to the one that took the place, or to the box
 * that adds one.
 */
function useFollow(list: RefObject<HTMLElement | null>, pictures: readonly MorePicture[]) {
  const following = useRef<{
    readonly picture: MorePicture
    readonly part: string
    readonly before: readonly MorePicture[]
  } | null>(null)
  useLayoutEffect(() => {
    const { current } = following
    if (current === null || pictures === current.before) return
    following.current = null
    const { picture, part, before } = current
    const found = pictures.findIndex(({ data }) => sameJson(data, picture.data))
    const index =
      found === -1 || pictures.length < before.length
        ? Math.min(before.indexOf(picture), pictures.length - 1)
        : found
    const target = list.current?.children[index]?.querySelector<HTMLElement>(`[data-part=${part}]`)
    ;(target ?? document.querySelector<HTMLElement>('[data-focus-place="add-picture"]'))?.focus()
  }, [list, pictures])

  return (index: number, done: Promise<boolean>) => {
    const picture = pictures[index]
    if (picture === undefined) return
    const part = document.activeElement?.getAttribute('data-part') ?? 'up'
    following.current = { picture, part, before: pictures }
    void done.then((isDone) => {
      if (!isDone) following.current = null
    })
  }
}
