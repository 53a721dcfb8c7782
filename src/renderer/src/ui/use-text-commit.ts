import { type KeyboardEvent, useEffect, useRef } from 'react'

/** What a text control tells about the text that is typed into it. */
export type TextCommit = {
  readonly onEnter: () => void
  readonly onType: (text: string) => void
  /** Enter, or a pause in typing. */
  readonly onCommit: () => void
  readonly onLeave: () => void
  /** Escape: back to what it was. Without a change, Escape is left to whoever is around. */
  readonly isChanged: boolean
  readonly onRestore: () => void
}

/** How long typing must rest before it is saved, in milliseconds. */
const PAUSE = 800

/**
 * When typed text is saved: on leaving, on Enter (`ctrl`: with Ctrl, because Enter writes a line), and `onPause` also
 * 800 ms after the last key. Escape goes back to what it was.
 */
export function useTextCommit(
  { onEnter, onType, onCommit, onLeave, isChanged, onRestore }: TextCommit,
  { enter, onPause }: { readonly enter: 'plain' | 'ctrl'; readonly onPause: boolean }
) {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(onCommit)
  useEffect(() => {
    latest.current = onCommit
  })
  useEffect(() => () => clearTimeout(pause.current), [])

  return {
    onFocus: onEnter,
    onChange(event: { readonly target: { readonly value: string } }) {
      const { value } = event.target
      onType(enter === 'plain' ? value.replace(/\s*\n\s*/g, ' ') : value)
      clearTimeout(pause.current)
      if (onPause) pause.current = setTimeout(() => latest.current(), PAUSE)
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape' && isChanged) {
        event.stopPropagation()
        clearTimeout(pause.current)
        onRestore()
      }
      if (event.key === 'Enter' && (enter === 'plain' || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        clearTimeout(pause.current)
        onCommit()
      }
    },
    onBlur() {
      clearTimeout(pause.current)
      onLeave()
    }
  }
}
