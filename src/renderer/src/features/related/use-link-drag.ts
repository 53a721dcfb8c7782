import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'

type Point = { readonly x: number; readonly y: number }

type LinkDrag = {
  /** The row that is dragged, or `null`. */
  readonly from: number | null
  /** The gap the row would go to: before row `to`, counted with the dragged row in its old place. */
  readonly to: number | null
  /** Where the pointer is, in CSS pixels of the window. */
  readonly pointer: Point | null
  /** For a row's grip. */
  readonly onGrip: (index: number, event: PointerEvent) => void
}

type Drag = { readonly from: number; readonly to: number; readonly pointer: Point }

/** How near to the pane's edge a drag scrolls it, and by how much a frame, in pixels. */
const EDGE = 40
const SPEED = 12

/** Drags a row to another place with the pointer. Escape leaves everything as it was. */
export function useLinkDrag(
  grid: RefObject<HTMLElement | null>,
  count: number,
  onDrop: (from: number, to: number) => void
): LinkDrag {
  const [drag, setDrag] = useState<Drag | null>(null)
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })

  const onGrip = useCallback(
    (from: number, event: PointerEvent) => {
      const list = grid.current
      if (event.button !== 0 || list === null) return
      event.preventDefault()
      const end = new AbortController()
      const scroller = scrollerOf(list)
      let to = from
      let pointer = pointOf(event)

      function gapAt(): number {
        const box = list?.getBoundingClientRect()
        if (box === undefined) return from
        const row = box.height / count
        return Math.min(count, Math.max(0, Math.round((pointer.y - box.top) / row)))
      }

      function update() {
        to = gapAt()
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
          update()
        },
        options
      )
      window.addEventListener(
        'pointerup',
        () => {
          stop()
          const target = to > from ? to - 1 : to
          if (target !== from) drop.current(from, target)
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
      setDrag({ from, to, pointer })
      requestAnimationFrame(scroll)
    },
    [grid, count]
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

/** The element that scrolls around a list. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const parent = element.parentElement
  if (parent === null) return null
  return /auto|scroll/.test(getComputedStyle(parent).overflowY) ? parent : scrollerOf(parent)
}
