import { useLayoutEffect, useRef, useState } from 'react'
import type { Suggestion } from '#shared/library/query-completion'
import { useDesk, useDeskState } from '../../state/desk-context'
import { searchChoices, withChoice } from '../../state/search-choices'

const CLOSED: readonly Suggestion[] = []

/** The suggestions below the search box: which there are, which one is chosen, and putting one into the text. */
export function useSearchChoices(text: string) {
  const desk = useDesk()
  const facets = useDeskState(
    (each) => each.overview,
    (overview) => overview.facets
  )
  const input = useRef<HTMLInputElement>(null)
  const nextCursor = useRef<number | null>(null)
  const [cursor, setCursor] = useState<number | null>(null) // null: closed
  const [isAsked, setAsked] = useState(false)
  const [active, setActive] = useState(0)
  const suggestions = cursor === null ? CLOSED : searchChoices(text, cursor, facets, isAsked)
  const at = Math.min(active, suggestions.length - 1)

  // React puts the cursor at the end of a text that it has set.
  useLayoutEffect(() => {
    if (nextCursor.current === null) return
    input.current?.setSelectionRange(nextCursor.current, nextCursor.current)
    nextCursor.current = null
  })

  function open(at: number, asked: boolean) {
    setCursor(at)
    setAsked(asked)
    setActive(0)
  }

  return {
    input,
    suggestions,
    active: at,
    /** Text was typed up to this cursor. */
    onType: (at: number) => open(at, false),
    /** Shows all there is. */
    ask: () => open(input.current?.selectionStart ?? text.length, true),
    close: () => setCursor(null),
    move: (by: number) => setActive((at + by + suggestions.length) % suggestions.length),
    choose(suggestion: Suggestion | undefined) {
      if (suggestion === undefined) return
      const next = withChoice(text, suggestion)
      nextCursor.current = next.cursor
      desk.view.setState({ text: next.text })
      open(next.cursor, false)
    }
  }
}
