import { useEffect, useState } from 'react'
import type { LinkSuggestion } from '#shared/story/link-suggestion'
import type { Link, Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { pageOf } from '../../state/link-marks'

/** Who goes from story to story does not wait for what each of them lacks. */
const PAUSE_MS = 250

type Suggestions = {
  /** Best first; `null` until they are known. */
  readonly suggestions: readonly LinkSuggestion[] | null
  /** Takes one away that was declined, or brings it back; the next answer has another one in its place. */
  readonly decline: (url: string, isRelated: boolean) => void
}

/** What the list of a story could hold too, asked again whenever its links change. */
export function useSuggestions(story: Story, links: readonly Link[]): Suggestions {
  const desk = useDesk()
  const [suggestions, setSuggestions] = useState<readonly LinkSuggestion[] | null>(null)
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  const { id, title, excerpt, publishedDateTime } = story
  const about = JSON.stringify([id, title, excerpt, publishedDateTime, links.map(({ key }) => key)])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what they are told by, and what was declined, brings others
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
  }, [desk, id, about, declined])

  // A link that is being added is in the list already, whatever the latest answer says.
  const held = new Set(links.map(({ webUrl }) => pageOf(webUrl)))
  return {
    suggestions:
      suggestions?.filter(({ url }) => !declined.has(url) && !held.has(pageOf(url))) ?? null,
    decline(url, isRelated) {
      const next = new Set(declined)
      if (isRelated) next.delete(url)
      else next.add(url)
      setDeclined(next)
    }
  }
}
