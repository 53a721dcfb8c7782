import { type ReactNode, useEffect, useRef } from 'react'

/**
 * What comes and goes above the fields by itself. Once the editor has begun to work below, it comes out of sight, so that
 * nothing moves away from under the pointer: links are dragged there one after the other.
 */
export function AboveFields({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const above = box.current
    const scroller = above?.parentElement
    if (above === null || scroller == null) return
    let isAtWork = false
    let height = above.offsetHeight
    const begin = ({ target }: Event) => {
      isAtWork = target instanceof Node && !above.contains(target)
    }
    const observer = new ResizeObserver(() => {
      const grown = above.offsetHeight - height
      height = above.offsetHeight
      // Further down the browser itself keeps what is in sight where it is.
      if (isAtWork && grown > 0 && scroller.scrollTop === 0) scroller.scrollTop = grown
    })
    observer.observe(above)
    scroller.addEventListener('pointerdown', begin)
    scroller.addEventListener('keydown', begin)
    return () => {
      observer.disconnect()
      scroller.removeEventListener('pointerdown', begin)
      scroller.removeEventListener('keydown', begin)
    }
  }, [])

  return <div ref={box}>{children}</div>
}
