import type { Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import type { FieldValue } from '../../state/field-edit'
import { fieldTrouble } from '../../state/field-trouble'
import { setField } from '../../state/story-actions'
import { useStoryField } from '../../state/use-story-field'
import { Field } from '../../ui/Field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { Switch } from '../../ui/Switch'

/** Whether the story is on the site. It shows the wish at once, and what the file says if that cannot be saved. */
export function PublishedField({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const { value, edit } = useStoryField(story, 'published')
  const trouble = fieldTrouble(desk, story.id, 'published', edit)
  const isOdd = value !== undefined && value !== null && typeof value !== 'boolean'
  return (
    <Field label="Published">
      <Switch
        label="Published"
        isOn={isOdd ? null : typeof value === 'boolean' ? value : story.onSite}
        isPending={edit?.sending ?? false}
        words={wordsFor(value, story.onSite)}
        isProblem={isOdd}
        focusPlace="published"
        onToggle={(isOn) => void setField(desk, story.id, 'published', isOn)}
      />
      {trouble !== null && <FieldTrouble {...trouble} />}
    </Field>
  )
}

function wordsFor(value: FieldValue, onSite: boolean): string {
  if (value === true) return 'On the site'
  if (value === false) return 'Not on the site'
  const fate = onSite ? 'On the site' : 'Not on the site'
  if (value === undefined || value === null) return `${fate}: the file does not say`
  return `${fate}: the file says ${JSON.stringify(value)}, which is neither true nor false`
}
