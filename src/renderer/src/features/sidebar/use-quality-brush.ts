import { type PointerEvent, useRef } from 'react'
import { BAR_COUNT, BAR_POINTS, SCALE_END } from '../../state/distribution'
import { highEnd, lowEnd, type QualityRange } from '../../state/quality-range'

/** How near the pointer must be to a handle to take it, in CSS pixels. */
const REACH = 9

/** Draws a range, or moves the end of one that is there. */
export function useQualityBrush(
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
        Math.abs(box.left + (value / SCALE_END) * box.width - event.clientX) <= REACH
      const [low, high] = [lowEnd(range), highEnd(range)]
      const stays = near(high) ? low : near(low) ? high : pointAt(event)
      anchor.current = { at: stays, x: event.clientX }
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      if (anchor.current !== null) onDraw(rangeTo(anchor.current.at, pointAt(event)))
    },
    onPointerUp(event: PointerEvent<SVGSVGElement>) {
      const start = anchor.current
      anchor.current = null
      if (start === null) return
      const isClick = Math.abs(event.clientX - start.x) < 3
      if (isClick && start.at !== pointAt(event)) return onDrawn(range) // a handle was only touched
      onDrawn(isClick ? barAt(event) : rangeTo(start.at, pointAt(event)))
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
const pointAt = (event: PointerEvent<SVGSVGElement>): number =>
  Math.round(shareAt(event) * BAR_COUNT) * BAR_POINTS

function barAt(event: PointerEvent<SVGSVGElement>): QualityRange {
  const bar = Math.min(BAR_COUNT - 1, Math.floor(shareAt(event) * BAR_COUNT))
  const isLast = bar === BAR_COUNT - 1
  return { from: bar * BAR_POINTS, to: isLast ? null : (bar + 1) * BAR_POINTS - 1 }
}
