import { type KeyboardEvent, useId } from 'react'
import { Icon } from './Icon'
import styles from './Stepper.module.css'
import { useNumberDraft } from './use-number-draft'

type StepperProps = {
  readonly label: string
  /** `null`: the file has no such number. */
  readonly value: number | null
  readonly min: number
  /** Missing: there is no most. */
  readonly max?: number
  /** Whether the buttons for one less and one more are there. */
  readonly hasButtons: boolean
  readonly isDisabled?: boolean
  readonly describedBy?: string
  readonly focusPlace?: string
  /** `seen` is what the number was when typing began: it may be another by now. */
  readonly onCommit: (value: number, seen: number | null) => void
  readonly onNudge: (by: number) => void
  /** Tells a screen reader why something is refused, and what the number stays. */
  readonly onSay: (text: string) => void
  /** Gives a number up that was typed and cannot be saved; `null` if there is none. */
  readonly onGiveUp: (() => void) | null
}

/**
 * A whole number. Enter, Ctrl+S or leaving commits what was typed, Escape restores the number as it was; arrow keys step
 * by 1, page keys by 10.
 */
export function Stepper(props: StepperProps) {
  const { label, value, min, max, hasButtons, isDisabled = false, describedBy, focusPlace } = props
  const { onNudge, onGiveUp } = props
  const draft = useNumberDraft(props)
  const reasonId = useId()
  const descriptions = [describedBy, draft.isRefused ? reasonId : undefined]

  function onKeyDown(event: KeyboardEvent) {
    const by = STEPS[event.key]
    if (by !== undefined) {
      event.preventDefault()
      draft.restore()
      onNudge(by)
    }
    if (event.key === 'Enter' || isSave(event)) draft.commit(false)
    if (event.key === 'Escape' && (draft.isTyped || onGiveUp !== null)) {
      event.stopPropagation()
      if (draft.isTyped) draft.restore()
      else onGiveUp?.()
    }
  }

  return (
    <span className={styles.stepper} data-refused={draft.isRefused || undefined}>
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
        aria-valuemax={max}
        aria-invalid={draft.isRefused || undefined}
        aria-describedby={descriptions.filter(Boolean).join(' ') || undefined}
        data-focus-place={focusPlace}
        data-typing={draft.isTyped || undefined}
        disabled={isDisabled}
        value={draft.text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={() => draft.commit(true)}
        onKeyDown={onKeyDown}
      />
      {hasButtons && (
        <button
          type="button"
          className={styles.step}
          aria-label={`Raise ${label.toLowerCase()}`}
          tabIndex={-1}
          disabled={isDisabled || value === null || value >= (max ?? Infinity)}
          onClick={() => onNudge(1)}
        >
          <Icon name="plus" size={14} />
        </button>
      )}
      {draft.isRefused && (
        <span className={styles.refusal} id={reasonId}>
          {draft.reason}
        </span>
      )}
    </span>
  )
}

const isSave = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 's' && (ctrlKey || metaKey)

const STEPS: { readonly [key: string]: number } = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10
}
