import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import styles from './PaneEdge.module.css'

type PaneEdgeProps = {
  readonly label: string
  /** The width of the pane before the edge, in CSS pixels. */
  readonly width: number
  readonly min: number
  readonly max: number
  /** `null`: as wide as the design has it. */
  readonly onResize: (width: number | null) => void
}

/** How far one press of an arrow key moves the edge, in CSS pixels. */
const STEP = 16

/** The edge of a pane: dragged, or moved with the arrow keys. A double click gives the pane its own width back. */
export function PaneEdge({ label, width, min, max, onResize }: PaneEdgeProps) {
  const [start, setStart] = useState<number | null>(null) // where the pane began to be dragged from
  const resize = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))))

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setStart(event.clientX - width)
  }

  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'ArrowLeft') resize(width - STEP)
    if (key === 'ArrowRight') resize(width + STEP)
    if (key === 'Home') resize(min)
    if (key === 'End') resize(max)
    if (key === 'Enter') onResize(null)
  }

  return (
    <div
      className={styles.edge}
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      data-dragging={start !== null || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (start !== null) resize(event.clientX - start)
      }}
      onPointerUp={() => setStart(null)}
      onPointerCancel={() => setStart(null)}
      onDoubleClick={() => onResize(null)}
      onKeyDown={onKeyDown}
    />
  )
}
