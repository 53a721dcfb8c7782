import { useId, useState } from 'react'
import type { Story } from '#shared/story/story'
import { useDeskState } from '../../state/desk-context'
import { moreFields, summaryOf } from '../../state/more-fields'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { MoreField } from './MoreField'
import styles from './MoreFields.module.css'

/** All that the file says beside the fields above, for reading. */
export function MoreFields({ story }: { readonly story: Story }) {
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  const detail = useDeskState(
    (desk) => desk.details.store,
    (details) => details.detail
  )
  if (detail === null || detail.story.id !== story.id) return null
  const fields = moreFields(detail)
  const kept = fields.filter(({ kind }) => kind === 'kept')

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
        <dl>
          {fields
            .filter(({ kind }) => kind !== 'kept')
            .map((field) => (
              <MoreField key={field.label} field={field} />
            ))}
        </dl>
        {kept.length > 0 && (
          <>
            <h3 className={styles.kept}>Kept as is</h3>
            <dl>
              {kept.map((field) => (
                <MoreField key={field.label} field={field} />
              ))}
            </dl>
          </>
        )}
      </div>
    </div>
  )
}
