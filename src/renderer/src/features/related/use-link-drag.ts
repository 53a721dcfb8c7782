import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { scrollerOf } from './use-link-window'

type Point = { readonly x: number; readonly y: number }

type LinkDrag = {
  /** The row that is dragged, or `null`. */
  readonly from: number | null
  /** The gap the row would go to: before row `to`, counted with the dragged row in its old place. */
  readonly to: number | null
  /** Where the pointer is, in CSS pixels of the window. */
  readonly pointer: Point | null
  /** For a row's grip. `onTap` follows a press that did not become a drag. */
  readonly onGrip: (index: number, event: PointerEvent, onTap: () => void) => void
}

type Drag = { readonly from: number; readonly to: number; readonly pointer: Point }

/** How near to the pane's edge a drag scrolls it, and by how much a frame, in pixels. */
const EDGE = 40
const SPEED = 12

/** How far the pointer goes before a press is a drag, in pixels. */
const SLACK = 4

/** Drags a row to another place with the pointer. Escape leaves everything as it was. */
export function useLinkDrag(
  grid: RefObject<HTMLElement | null>,
  /** The gap nearest to a height, in pixels below the top of the list. */
  gapAt: (y: number) => number,
  onDrop: (from: number, to: number) => void
): LinkDrag {
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef({ gapAt, onDrop })
  useEffect(() => {
    latest.current = { gapAt, onDrop }
  })

  const onGrip = useCallback(
    (from: number, event: PointerEvent, onTap: () => void) => {
      const list = grid.current
      if (event.button !== 0 || list === null) return
      event.preventDefault()
      const end = new AbortController()
      const scroller = scrollerOf(list)
      const start = pointOf(event)
      let to = from
      let pointer = start
      let isDrag = false

      function update() {
        const top = list?.getBoundingClientRect().top ?? 0
        to = latest.current.gapAt(pointer.y - top)
        setDrag({ from, to, pointer })
      }

      function scroll() {
        if (end.signal.aborted) return
        const box = scroller?.getBoundingClientRect()
        const by =
          box === undefined
            ? 0
            : pointer.y < box.top + EDGE
              ? -SPEED
              : pointer.y > box.bottom - EDGE
                ? SPEED
                : 0
        if (by !== 0) {
          scroller?.scrollBy(0, by)
          update()
        }
        requestAnimationFrame(scroll)
      }

      function stop() {
        end.abort()
        setDrag(null)
      }

      const options = { signal: end.signal }
      window.addEventListener(
        'pointermove',
        (move) => {
          pointer = pointOf(move)
          const isFar = Math.hypot(pointer.x - start.x, pointer.y - start.y) > SLACK
          if (!isDrag && !isFar) return
          if (!isDrag) requestAnimationFrame(scroll)
          isDrag = true
          update()
        },
        options
      )
      window.addEventListener(
        'pointerup',
        () => {
          stop()
          if (!isDrag) return onTap()
          const target = to > from ? to - 1 : to
          if (target !== from) latest.current.onDrop(from, target)
        },
        options
      )
      window.addEventListener('pointercancel', stop, options)
      window.addEventListener(
        'keydown',
        (key) => {
          if (key.key !== 'Escape') return
          key.stopPropagation()
          stop()
        },
        { ...options, capture: true }
      )
    },
    [grid]
  )

  return {
    from: drag?.from ?? null,
    to: drag?.to ?? null,
    pointer: drag?.pointer ?? null,
    onGrip
  }
}

const pointOf = ({
  clientX,
  clientY
}: {
  readonly clientX: number
  readonly clientY: number
}): Point => ({
  x: clientX,
  y: clientY
})
