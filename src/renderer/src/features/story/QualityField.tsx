import { useState } from 'react'
import type { Story } from '#shared/story/story'
import { USUAL_QUALITY } from '#shared/story/usual-quality'
import { useDesk, useDeskState } from '../../state/desk-context'
import { fieldTrouble, giveUp } from '../../state/field-trouble'
import { oddScore } from '../../state/odd-score'
import { useQuality } from '../../state/quality-settings'
import { nudgeQuality, setField } from '../../state/story-actions'
import { useStoryField } from '../../state/use-story-field'
import { Field } from '../../ui/Field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { Stepper } from '../../ui/Stepper'
import styles from './QualityField.module.css'
import { QualityScale } from './QualityScale'

/** A story's score as a number and as a place among all scores of the library. */
export function QualityField({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const { value, edit } = useStoryField(story, 'quality')
  const distribution = useDeskState(
    (each) => each.overview,
    ({ quality }) => quality
  )
  const { least, most, presets } = useQuality()
  // Where the library sets no limit, a score that is far out is only something that the checks find.
  const isLimited = most !== USUAL_QUALITY.most
  const [dragged, setDragged] = useState<number | null>(null) // null: nobody drags the marker
  const quality = dragged ?? (typeof value === 'number' ? value : null)
  const theirs = edit?.trouble?.kind === 'conflict' ? edit.trouble.theirs : null

  function set(next: number, seen: number | null = null) {
    setDragged(null)
    if (next !== value) void setField(desk, story.id, 'quality', next, { seen })
  }

  const trouble = fieldTrouble(desk, story.id, 'quality', edit)
  const odd = oddScore(value)
  return (
    <Field label="Quality">
      <div className={styles.row}>
        <Stepper
          label="Quality"
          value={quality}
          min={least}
          {...(isLimited && { max: most })}
          hasButtons
          focusPlace="quality"
          onCommit={set}
          onNudge={(by) => (quality === null ? set(least) : nudgeQuality(desk, story.id, by))}
          onSay={desk.voice.announce}
          onGiveUp={giveUp(desk, story.id, 'quality', edit)}
        />
        <QualityScale
          distribution={distribution}
          value={quality}
          theirs={typeof theirs === 'number' ? theirs : null}
          presets={presets}
          onDrag={(next) => setDragged(Math.max(least, next))}
          onSet={(next) => set(Math.max(least, next))}
        />
      </div>
      {trouble !== null && <FieldTrouble {...trouble} />}
      {trouble === null && odd !== null && <FieldTrouble name="Quality" why={odd} onRetry={null} />}
    </Field>
  )
}
