import { type PointerEvent, useRef } from 'react'
import type { Scale } from '../../state/distribution'
import { highEnd, lowEnd, type QualityRange } from '../../state/quality-range'

/** How near the pointer must be to a handle to take it, in CSS pixels. */
const REACH = 9

/** Draws a range, or moves the end of one that is there. */
export function useQualityBrush(
  scale: Scale,
  range: QualityRange,
  onDraw: (range: QualityRange) => void,
  onDrawn: (range: QualityRange) => void
) {
  /** The end that stays where it is; `null` where nothing is drawn. */
  const anchor = useRef<{ readonly at: number; readonly x: number } | null>(null)
  const rangeTo = (at: number, value: number): QualityRange => ({
    from: Math.min(at, value),
    to: Math.max(at, value)
  })
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const box = event.currentTarget.getBoundingClientRect()
      const near = (value: number) =>
        Math.abs(box.left + (value / scale.end) * box.width - event.clientX) <= REACH
      const [low, high] = [lowEnd(range, scale.end), highEnd(range, scale.end)]
      const stays = near(high) ? low : near(low) ? high : pointAt(event, scale)
      anchor.current = { at: stays, x: event.clientX }
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      if (anchor.current !== null) onDraw(rangeTo(anchor.current.at, pointAt(event, scale)))
    },
    onPointerUp(event: PointerEvent<SVGSVGElement>) {
      const start = anchor.current
      anchor.current = null
      if (start === null) return
      const isClick = Math.abs(event.clientX - start.x) < 3
      if (isClick && start.at !== pointAt(event, scale)) return onDrawn(range) // a handle was only touched
      onDrawn(isClick ? barAt(event, scale) : rangeTo(start.at, pointAt(event, scale)))
    },
    onPointerCancel() {
      anchor.current = null
      onDrawn(range)
    }
  }
}

const shareAt = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>): number => {
  const box = currentTarget.getBoundingClientRect()
  return Math.min(1, Math.max(0, (clientX - box.left) / box.width))
}

/** Where bars meet, so that ranges are round. */
const pointAt = (event: PointerEvent<SVGSVGElement>, { points, end }: Scale): number =>
  Math.round((shareAt(event) * end) / points) * points

function barAt(event: PointerEvent<SVGSVGElement>, { points, end }: Scale): QualityRange {
  const last = end - points
  const from = Math.min(last, Math.floor((shareAt(event) * end) / points) * points)
  return { from, to: from === last ? null : from + points - 1 }
}
