import { useState } from 'react'
import { parseWhole } from './parse-whole'

type NumberDraftParts = {
  readonly label: string
  /** `null`: the file has no such number. */
  readonly value: number | null
  readonly min: number
  /** Missing: there is no most. */
  readonly max?: number | undefined
  /** `seen` is what the number was when typing began: it may be another by now. */
  readonly onCommit: (value: number, seen: number | null) => void
  /** Tells a screen reader. */
  readonly onSay: (text: string) => void
}

type Draft = {
  readonly text: string
  readonly seen: number | null
  /** The focus went elsewhere, and what was typed is still no number. */
  readonly isLeft: boolean
}

/**
 * What is typed into a number until it is one. What is none stays as it was typed, with the reason, until Escape, a
 * number, or another value of the file.
 */
export function useNumberDraft(parts: NumberDraftParts) {
  const { label, value, min, max = Infinity, onCommit, onSay } = parts
  const [typed, setTyped] = useState<Draft | null>(null) // null: showing the number as it is
  const draft = typed?.isLeft === true && typed.seen !== value ? null : typed
  const isRefused = draft !== null && isNoNumber(draft.text, min, max)
  const reason =
    max === Infinity
      ? `A whole number, ${shownNumber(min)} or more`
      : `A whole number from ${shownNumber(min)} to ${max}`

  function restore() {
    if (draft === null) return
    setTyped(null)
    if (draft.text.trim() !== shownNumber(value)) onSay(`${label} stays ${spokenNumber(value)}`)
  }

  return {
    text: draft?.text ?? shownNumber(value),
    isTyped: draft !== null,
    isRefused,
    reason,
    restore,
    type(text: string) {
      if (isNoNumber(text, min, max) && !isRefused) onSay(reason)
      setTyped({ text, seen: draft === null ? value : draft.seen, isLeft: false })
    },
    /** Enter, or leaving the field. */
    commit(isLeft: boolean) {
      if (draft === null) return
      if (isRefused) {
        setTyped({ ...draft, isLeft })
        return onSay(`${label} stays ${spokenNumber(value)}. ${reason}`)
      }
      const next = parseWhole(draft.text, min, max)
      if (next === null) return restore()
      setTyped(null)
      if (next !== value) onCommit(next, draft.seen)
    }
  }
}

/** A number as it stands in its field. */
const shownNumber = (value: number | null): string =>
  value === null ? '–' : String(value).replace('-', '−')

const spokenNumber = (value: number | null): string => (value === null ? 'missing' : String(value))

/** A minus sign alone is on its way to a number. */
const isNoNumber = (text: string, min: number, max: number): boolean =>
  !['', '-', '−'].includes(text.trim()) && parseWhole(text, min, max) === null
