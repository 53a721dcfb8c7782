import type { Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { fieldTrouble } from '../../state/field-trouble'
import { useTextField } from '../../state/use-story-field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { TextInPlace } from '../../ui/TextInPlace'

/** The title, edited where it stands. */
export function TitleField({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const { edit, props } = useTextField(story, 'title')
  const trouble = fieldTrouble(desk, story.id, 'title', edit)
  return (
    <div>
      <TextInPlace
        label="Title"
        placeholder="No title"
        look="title"
        focusPlace="title"
        {...props}
      />
      {trouble !== null && <FieldTrouble {...trouble} />}
    </div>
  )
}
