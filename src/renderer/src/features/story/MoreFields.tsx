import { useId, useMemo, useState } from 'react'
import type { Story } from '#shared/story/story'
import { useDeskState } from '../../state/desk-context'
import { moreFields, summaryOf } from '../../state/more-fields'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import styles from './MoreFields.module.css'
import { KeptLine, TextLine } from './MoreLines'
import { PictureLines } from './PictureLines'

/** All that the file says beside the fields above. What Storydesk never edits stands last. */
export function MoreFields({ story }: { readonly story: Story }) {
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  const detail = useDeskState(
    (desk) => desk.details.store,
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
            onClick={() => setOpen(!isOpen)}
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
        {fields.pictures.map((picture) => (
          <PictureLines key={picture.base} id={story.id} picture={picture} />
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
