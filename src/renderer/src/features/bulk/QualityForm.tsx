import { type FormEvent, useState } from 'react'
import type { BulkChange } from '#shared/story/bulk-change'
import { draftBulk } from '../../state/bulk-actions'
import { signed } from '../../state/bulk-words'
import { useDesk } from '../../state/desk-context'
import { parseAmount, parseScore } from '../../state/parse-score'
import { useQuality } from '../../state/quality-settings'
import { Button } from '../../ui/Button'
import { Segments } from '../../ui/Segments'
import { BulkPopover } from './BulkPopover'
import styles from './BulkPopover.module.css'

type Mode = 'set' | 'add'

const AMOUNTS = [-10, -5, 5, 10, 20] as const

/** Sets the quality of all selected stories, or adds to what each has. */
export function QualityForm() {
  return (
    <BulkPopover
      asks="quality"
      icon="chart"
      words="Quality"
      cap="Q"
      label="Quality of the selected stories"
    >
      <Form />
    </BulkPopover>
  )
}

function Form() {
  const desk = useDesk()
  const [mode, setMode] = useState<Mode>('set')
  const [text, setText] = useState('')
  const { presets } = useQuality()
  const value = mode === 'set' ? parseScore(text) : parseAmount(text)
  const refused = text.trim() !== '' && value === null

  const change = (number: number): BulkChange =>
    mode === 'set'
      ? { kind: 'score', field: 'quality', value: number }
      : { kind: 'add-to-score', field: 'quality', amount: number }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (value !== null) draftBulk(desk, change(value))
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <div className={styles.line}>
        <Segments<Mode>
          label="How"
          choices={MODES}
          chosen={mode}
          onChoose={(next) => {
            setMode(next)
            setText('')
          }}
        />
        <input
          // biome-ignore lint/a11y/noAutofocus: it opened because somebody is about to type here
          autoFocus
          className={`${styles.input} ${styles.number}`}
          inputMode={mode === 'set' ? 'numeric' : 'text'}
          aria-label={mode === 'set' ? 'New quality' : 'Points to add'}
          aria-invalid={refused || undefined}
          autoComplete="off"
          placeholder={mode === 'set' ? '80' : '+10'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className={styles.presets}>
        {(mode === 'set' ? presets : AMOUNTS).map((number) => (
          <Button key={number} onPress={() => draftBulk(desk, change(number))}>
            {mode === 'set' ? number : signed(number)}
          </Button>
        ))}
      </div>
      <div className={styles.line}>
        <span className={styles.help} data-refused={refused || undefined} role="note">
          {refused ? REFUSALS[mode] : 'Nothing is written yet.'}
        </span>
        <Button look="primary" type="submit" isDisabled={value === null}>
          Preview
        </Button>
      </div>
    </form>
  )
}

const MODES = [
  { id: 'set', face: 'Set to' },
  { id: 'add', face: 'Add' }
] as const

const REFUSALS = { set: 'A whole number, 0 or more', add: 'A whole number, e.g. 10 or −5' } as const
