import { type KeyboardEvent, useState } from 'react'
import { Icon } from './Icon'
import { parseWhole } from './parse-whole'
import styles from './Stepper.module.css'

type StepperProps = {
  readonly label: string
  /** `null`: the file has no such number. */
  readonly value: number | null
  readonly min: number
  /** Whether the buttons for one less and one more are there. */
  readonly hasButtons: boolean
  readonly isDisabled?: boolean
  readonly describedBy?: string
  readonly focusPlace?: string
  /** `seen` is what the number was when typing began: it may be another by now. */
  readonly onCommit: (value: number, seen: number | null) => void
  readonly onNudge: (by: number) => void
}

type Draft = { readonly text: string; readonly seen: number | null }

/**
 * A whole number. Enter or leaving commits what was typed, Escape restores the number as it was; arrow keys step
 * by 1, page keys by 10.
 */
export function Stepper(props: StepperProps) {
  const { label, value, min, hasButtons, isDisabled = false, describedBy, focusPlace } = props
  const { onCommit, onNudge } = props
  const [draft, setDraft] = useState<Draft | null>(null) // null: showing the number as it is
  const refused = draft !== null && draft.text.trim() !== '' && parseWhole(draft.text, min) === null

  function commit() {
    const next = draft === null ? null : parseWhole(draft.text, min)
    if (draft !== null && next !== null && next !== value) onCommit(next, draft.seen)
    setDraft(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = STEPS[event.key]
    if (by !== undefined) {
      event.preventDefault()
      setDraft(null)
      onNudge(by)
    }
    if (event.key === 'Enter' && !refused) commit()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
  }

  return (
    <span className={styles.stepper} data-refused={refused || undefined}>
      {hasButtons && (
        <button
          type="button"
          className={styles.step}
          aria-label={`Lower ${label.toLowerCase()}`}
          tabIndex={-1}
          disabled={isDisabled || value === null || value <= min}
          onClick={() => onNudge(-1)}
        >
          <Icon name="minus" size={14} />
        </button>
      )}
      <input
        className={styles.number}
        role="spinbutton"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value ?? undefined}
        aria-valuetext={value === null ? 'missing' : undefined}
        aria-valuemin={min}
        aria-invalid={refused || undefined}
        aria-describedby={describedBy}
        data-focus-place={focusPlace}
        data-typing={draft !== null || undefined}
        disabled={isDisabled}
        value={draft?.text ?? shown(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) =>
          setDraft({ text: event.target.value, seen: draft === null ? value : draft.seen })
        }
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {hasButtons && (
        <button
          type="button"
          className={styles.step}
          aria-label={`Raise ${label.toLowerCase()}`}
          tabIndex={-1}
          disabled={isDisabled || value === null}
          onClick={() => onNudge(1)}
        >
          <Icon name="plus" size={14} />
        </button>
      )}
      {refused && (
        <span className={styles.refusal} role="note">
          {min === 0 ? 'A whole number, 0 or more' : `A whole number, ${shown(min)} or more`}
        </span>
      )}
    </span>
  )
}

const STEPS: { readonly [key: string]: number } = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10
}

const shown = (value: number | null): string =>
  value === null ? '–' : String(value).replace('-', '−')
