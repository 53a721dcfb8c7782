import { type PointerEvent, useRef } from 'react'
import type { Distribution, Scale } from '../../state/distribution'
import { spreadPlaces } from '../../state/spread-places'
import styles from './QualityScale.module.css'

type QualityScaleProps = {
  readonly distribution: Distribution
  readonly value: number | null
  /** What the file says while a clash waits for a choice. */
  readonly theirs: number | null
  readonly presets: readonly number[]
  /** While the marker is dragged. */
  readonly onDrag: (value: number) => void
  readonly onSet: (value: number) => void
}

/**
 * How the whole library scores, with this story's place. A click or a drag scores; for the keyboard the number beside
 * it does the same.
 */
export function QualityScale(props: QualityScaleProps) {
  const { distribution, value, theirs, presets, onDrag, onSet } = props
  const plot = useRef<HTMLDivElement>(null)
  const { scale } = distribution
  const ascending = presets.toSorted((a, b) => a - b)
  const presetPlaces = spreadPlaces(ascending.map((preset) => share(preset, scale)))

  function pointAt({ clientX }: PointerEvent): number {
    const box = plot.current?.getBoundingClientRect()
    if (box === undefined) return 0
    const share = (clientX - box.left) / box.width
    return Math.min(scale.most, Math.round(Math.min(1, Math.max(0, share)) * scale.end))
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    onDrag(pointAt(event))
  }

  return (
    <div className={styles.scale}>
      <div
        ref={plot}
        className={styles.plot}
        aria-hidden="true"
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(pointAt(event))
        }}
        onPointerUp={(event) => onSet(pointAt(event))}
      >
        <div className={styles.bars}>
          {distribution.bars.map((count, bar) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={bar}
              data-quiet={value === null || bar * scale.points > value || undefined}
              style={{ blockSize: barHeight(count, distribution.highest) }}
            />
          ))}
        </div>
        {theirs !== null && (
          <span className={styles.theirs} style={{ insetInlineStart: place(theirs, scale) }} />
        )}
        {value !== null && (
          <span className={styles.marker} style={{ insetInlineStart: place(value, scale) }} />
        )}
      </div>
      <div className={styles.presets} role="group" aria-label="Quality presets">
        {ascending.map((preset, index) => (
          <button
            key={preset}
            type="button"
            className={styles.preset}
            aria-pressed={preset === value}
            aria-label={`Set quality to ${preset}`}
            style={{ insetInlineStart: `${presetPlaces[index] ?? 0}%` }}
            onClick={() => onSet(preset)}
          >
            {preset}
          </button>
        ))}
      </div>
    </div>
  )
}

const share = (value: number, { end }: Scale): number => (Math.min(value, end) / end) * 100
const place = (value: number, scale: Scale): string => `${share(value, scale)}%`

/** A bar with any story in it can be seen. */
const barHeight = (count: number, highest: number): string =>
  count === 0 ? '0' : `max(1px, ${(count / highest) * 100}%)`
