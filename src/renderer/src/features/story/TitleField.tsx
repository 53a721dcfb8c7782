import type { Story } from '#shared/story/story'
import { useTextField } from '../../state/use-story-field'
import { TextInPlace } from '../../ui/TextInPlace'
import { Clash } from './Clash'

/** The title, edited where it stands. */
export function TitleField({ story }: { readonly story: Story }) {
  const { edit, props } = useTextField(story, 'title')
  return (
    <div>
      <TextInPlace
        label="Title"
        placeholder="No title"
        look="title"
        focusPlace="title"
        {...props}
      />
      {edit !== undefined && <Clash id={story.id} field="title" edit={edit} />}
    </div>
  )
}
