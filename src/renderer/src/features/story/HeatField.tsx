import type { Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { fieldTrouble, giveUp } from '../../state/field-trouble'
import { oddScore } from '../../state/odd-score'
import { setField } from '../../state/story-actions'
import { useStoryField } from '../../state/use-story-field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { Stepper } from '../../ui/Stepper'
import styles from './HeatField.module.css'

/** The robot writes -1 for "not measured". */
const LOWEST = -1

/** How much a story is read, as the robot measured it; an editor may correct it. */
export function HeatField({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const { value, edit } = useStoryField(story, 'heat')
  const heat = typeof value === 'number' ? value : null
  const set = (next: number, seen: number | null = null) =>
    void setField(desk, story.id, 'heat', next, { seen })
  const trouble = fieldTrouble(desk, story.id, 'heat', edit)
  const odd = oddScore(value)
  return (
    <div className={styles.heat}>
      <span className={styles.label} aria-hidden="true">
        Heat
      </span>
      <Stepper
        label="Heat"
        value={heat}
        min={LOWEST}
        hasButtons={false}
        onCommit={set}
        onNudge={(by) => set(Math.max(LOWEST, (heat ?? 0) + by))}
        onSay={desk.voice.announce}
        onGiveUp={giveUp(desk, story.id, 'heat', edit)}
      />
      {trouble !== null && <FieldTrouble {...trouble} />}
      {trouble === null && odd !== null && <FieldTrouble name="Heat" why={odd} onRetry={null} />}
    </div>
  )
}
