import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/Icon'
import { parseWhole } from '../../ui/parse-whole'
import styles from './PositionCell.module.css'

type PositionCellProps = {
  /** What the eye sees: while a link is dragged, its place after the drop. From 1. */
  readonly place: number
  readonly count: number
  /** How typing began; `null`: nobody types a position. */
  readonly typed: Typed | null
  readonly onTyped: (typed: Typed) => void
  /** Nobody types any more; `isLeft`: the focus went elsewhere by itself. */
  readonly onClose: (isLeft: boolean) => void
  readonly onPlace: (place: number) => void
  readonly onGrip: (event: PointerEvent, onTap: () => void) => void
}

/** What stands in the box when typing begins; `isReplaced`: the first key takes its place. */
export type Typed = { readonly text: string; readonly isReplaced: boolean }

/** A link's position: dragged, or typed after a click on it. */
export function PositionCell(props: PositionCellProps) {
  const { place, count, typed, onTyped, onClose, onPlace, onGrip } = props
  return (
    <span className={styles.cell} role="gridcell">
      {typed === null ? (
        <span
          className={styles.grip}
          title="Drag, or click to type a position"
          onPointerDown={(event) =>
            onGrip(event, () => onTyped({ text: String(place), isReplaced: true }))
          }
        >
          <span className={styles.number}>{place}</span>
          <span className={styles.dots}>
            <Icon name="grip" />
          </span>
        </span>
      ) : (
        <PositionBox first={typed} count={count} onPlace={onPlace} onClose={onClose} />
      )}
    </span>
  )
}

type PositionBoxProps = {
  readonly first: Typed
  readonly count: number
  readonly onPlace: (place: number) => void
  readonly onClose: (isLeft: boolean) => void
}

/** Enter moves the link, Escape and leaving change nothing. */
function PositionBox({ first, count, onPlace, onClose }: PositionBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(first.text)
  const place = parseWhole(text, 1)
  const isRefused = text !== '' && (place === null || place > count)

  useEffect(() => {
    input.current?.focus()
    if (first.isReplaced) input.current?.select()
  }, [first])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onClose(false)
    else if (place !== null && !isRefused) onPlace(place)
  }

  return (
    <span className={styles.box}>
      <input
        ref={input}
        className={styles.input}
        role="spinbutton"
        inputMode="numeric"
        autoComplete="off"
        aria-label="Position"
        aria-valuenow={place ?? undefined}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-invalid={isRefused || undefined}
        data-typing
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => onClose(true)}
      />
      {isRefused && (
        <span className={styles.refusal} role="note">
          1 to {count.toLocaleString('en')}
        </span>
      )}
    </span>
  )
}
