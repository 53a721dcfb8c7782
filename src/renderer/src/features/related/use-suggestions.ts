import { useEffect, useState } from 'react'
import type { LinkSuggestion } from '#shared/story/link-suggestion'
import type { Link, Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'

/** Who goes from story to story does not wait for what each of them lacks. */
const PAUSE_MS = 250

type Suggestions = {
  /** Best first; `null` until they are known. */
  readonly suggestions: readonly LinkSuggestion[] | null
  /** Takes one away that was added or declined; the next answer brings another one in its place. */
  readonly drop: (url: string) => void
  /** Asks again, because something that was declined is not any more. */
  readonly askAgain: () => void
}

/** What the list of a story could hold too, asked again whenever its links change. */
export function useSuggestions(story: Story, links: readonly Link[]): Suggestions {
  const desk = useDesk()
  const [suggestions, setSuggestions] = useState<readonly LinkSuggestion[] | null>(null)
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set())
  const [round, setRound] = useState(0)
  const { id, title, excerpt, publishedDateTime } = story
  const about = JSON.stringify([id, title, excerpt, publishedDateTime, links.map(({ key }) => key)])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what they are told by, and each drop, brings others
  useEffect(() => {
    let isOld = false
    const timer = setTimeout(() => {
      desk.transport
        .call('link.suggestions', { id })
        .then((answer) => {
          if (!isOld) setSuggestions(answer.ok ? answer.value : [])
        })
        .catch(() => {}) // a broken connection brings a new snapshot anyway
    }, PAUSE_MS)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [desk, id, about, dropped, round])

  return {
    suggestions: suggestions?.filter(({ url }) => !dropped.has(url)) ?? null,
    drop: (url) => setDropped(new Set([...dropped, url])),
    askAgain() {
      setDropped(new Set())
      setRound(round + 1)
    }
  }
}
