import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { fail, type Result } from '#shared/result'
import { Button } from '../../ui/Button'
import { SettingRow } from './SettingRow'
import styles from './SettingsDialog.module.css'

type SettingTextProps<Value> = {
  readonly label: string
  readonly help: string
  /** As it holds now. */
  readonly text: string
  readonly isUsual: boolean
  /** A number. */
  readonly isShort?: boolean
  /** More than one: a box of lines. */
  readonly lines?: number
  /** The value that a text means, or why it means none. */
  readonly parse: (text: string) => Result<Value, string>
  /** `null`: as usual. @returns why it was not saved, or `null`. */
  readonly onSave: (value: Value | null) => Promise<string | null>
}

/** A setting that is typed. It is saved on leaving and on Enter; Escape goes back to what holds. */
export function SettingText<Value>(props: SettingTextProps<Value>) {
  const { label, help, text, isUsual, lines = 1, parse, onSave } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const id = useId()

  async function save(value: Value | null) {
    const reason = await onSave(value)
    setWhy(reason)
    if (reason === null) setTyped((now) => (now === typed ? null : now))
  }

  function commit() {
    const value = typed === null || typed === text ? null : parse(typed)
    if (value === null) {
      setTyped(null)
      setWhy(null)
    } else if (value.ok) void save(value.value)
    else setWhy(value.error)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && lines === 1) commit()
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation()
      setTyped(null)
      setWhy(null)
    }
  }

  /** On the way to its own button, nothing is saved yet. */
  function onLeave({ relatedTarget }: FocusEvent) {
    if (!row.current?.contains(relatedTarget)) commit()
  }

  const field = {
    id,
    className: styles.input,
    'data-short': props.isShort || undefined,
    value: typed ?? text,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': why !== null || undefined,
    'aria-describedby': `${id}-help`,
    'data-typing': typed !== null || undefined,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setTyped(event.target.value),
    onBlur: onLeave,
    onKeyDown
  }
  return (
    <SettingRow label={label} controlId={id} help={help} helpId={`${id}-help`} why={why}>
      <div ref={row} className={styles.row}>
        {lines === 1 ? <input type="text" {...field} /> : <textarea rows={lines} {...field} />}
        {!isUsual && (
          <Button
            look="quiet"
            aria-label={`${label} as usual`}
            onBlur={onLeave}
            onPress={() => {
              row.current?.querySelector<HTMLElement>('input, textarea')?.focus() // the button goes away
              void save(null)
            }}
          >
            Usual
          </Button>
        )}
      </div>
    </SettingRow>
  )
}

/** What `SettingText` parses: a value, unless there is none. */
export const orElse = <Value,>(value: Value | null, why: string): Result<Value, string> =>
  value === null ? fail(why) : { ok: true, value }
