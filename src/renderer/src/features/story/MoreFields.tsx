import { useId, useMemo } from 'react'
import type { Story } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { moreFields, summaryOf } from '../../state/more-fields'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import styles from './MoreFields.module.css'
import { KeptLine, TextLine } from './MoreLines'
import { PictureLines } from './PictureLines'
import { StoryPictures } from './StoryPictures'

/** All that the file says beside the fields above. What Storydesk never edits stands last. */
export function MoreFields({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const isOpen = useDeskState(
    (each) => each.window,
    ({ showsMore }) => showsMore
  )
  const listId = useId()
  const detail = useDeskState(
    (each) => each.details.store,
    (details) => (details.detail?.story.id === story.id ? details.detail : null)
  )
  const fields = useMemo(() => (detail === null ? null : moreFields(detail)), [detail])
  if (fields === null) return null

  return (
    <div className={styles.more}>
      <div className={styles.toggle}>
        <Field label="More">
          <button
            type="button"
            className={styles.button}
            aria-expanded={isOpen}
            aria-controls={listId}
            onClick={() => desk.window.setState({ showsMore: !isOpen })}
          >
            <span>{summaryOf(fields)}</span>
            <Icon name="chevron" {...(!isOpen && { turn: 270 })} />
          </button>
        </Field>
      </div>
      <div id={listId} className={styles.list} data-open={isOpen || undefined}>
        {fields.texts.map((field) => (
          <TextLine key={field.name} id={story.id} field={field} />
        ))}
        {fields.pictures !== null && <StoryPictures id={story.id} pictures={fields.pictures} />}
        {fields.logos.map((logo) => (
          <PictureLines key={logo.base} id={story.id} picture={logo} />
        ))}
        <h3 className={styles.kept}>Kept as is</h3>
        <dl>
          {fields.kept.map((field) => (
            <KeptLine key={field.label} field={field} />
          ))}
        </dl>
      </div>
    </div>
  )
}
