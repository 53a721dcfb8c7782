import type { Story } from '#shared/story/story'
import { useTextField } from '../../state/use-story-field'
import { Field } from '../../ui/Field'
import { TextInPlace } from '../../ui/TextInPlace'
import { Clash } from './Clash'

/** The excerpt, edited where it stands. */
export function ExcerptField({ story }: { readonly story: Story }) {
  const { edit, props } = useTextField(story, 'excerpt')
  return (
    <Field label="Excerpt" align="text">
      <TextInPlace label="Excerpt" placeholder="No excerpt" look="text" {...props} />
      {edit !== undefined && <Clash id={story.id} field="excerpt" edit={edit} />}
    </Field>
  )
}
