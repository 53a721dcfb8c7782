import type { Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { fieldTrouble } from '../../state/field-trouble'
import { useTextField } from '../../state/use-story-field'
import { Field } from '../../ui/Field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { TextInPlace } from '../../ui/TextInPlace'

/** The excerpt, edited where it stands. */
export function ExcerptField({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const { edit, props } = useTextField(story, 'excerpt')
  const trouble = fieldTrouble(desk, story.id, 'excerpt', edit)
  return (
    <Field label="Excerpt" align="text">
      <TextInPlace label="Excerpt" placeholder="No excerpt" look="text" {...props} />
      {trouble !== null && <FieldTrouble {...trouble} />}
    </Field>
  )
}
