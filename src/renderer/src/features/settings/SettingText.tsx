import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '../../ui/Button'
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
  /** @returns `null` if the text is no such value. */
  readonly parse: (text: string) => Value | null
  /** What to type instead of what is none. */
  readonly refusal: string
  /** `null`: as usual. @returns why it was not saved, or `null`. */
  readonly onSave: (value: Value | null) => Promise<string | null>
}

/** A setting that is typed. It is saved on leaving and on Enter; Escape goes back to what holds. */
export function SettingText<Value>(props: SettingTextProps<Value>) {
  const { label, help, text, isUsual, lines = 1, parse, refusal, onSave } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const id = useId()

  async function save(value: Value | null) {
    const reason = await onSave(value)
    setWhy(reason)
    if (reason === null) setTyped(null)
  }

  function commit() {
    if (typed === null || typed === text) return setTyped(null)
    const value = parse(typed)
    if (value === null) setWhy(refusal)
    else void save(value)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && lines === 1) commit()
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation()
      setTyped(null)
      setWhy(null)
    }
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
    onBlur: commit,
    onKeyDown
  }
  return (
    <div className={styles.setting}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        <div className={styles.row}>
          {lines === 1 ? <input type="text" {...field} /> : <textarea rows={lines} {...field} />}
          {!isUsual && (
            <Button look="quiet" aria-label={`${label} as usual`} onPress={() => void save(null)}>
              Usual
            </Button>
          )}
        </div>
        <p
          className={styles.help}
          id={`${id}-help`}
          data-refused={why !== null || undefined}
          role={why === null ? undefined : 'alert'}
        >
          {why ?? help}
        </p>
      </div>
    </div>
  )
}
