import type { StoryId } from '#shared/story/story-id'
import { webAddress } from '#shared/story/web-address'
import { useDesk } from '../../state/desk-context'
import { fieldTrouble } from '../../state/field-trouble'
import type { KeptField, MoreText } from '../../state/more-fields'
import { useFieldEdit, useTextEdit } from '../../state/use-story-field'
import { FieldTrouble } from '../../ui/FieldTrouble'
import { Icon } from '../../ui/Icon'
import { TextBox } from '../../ui/TextBox'
import styles from './MoreFields.module.css'

type TextLineProps = { readonly id: StoryId; readonly field: MoreText }

/** One text of the file, edited where it stands. An address of the web can be opened, outside. */
export function TextLine({ id, field }: TextLineProps) {
  const { name, label, spoken, kind, value } = field
  const desk = useDesk()
  const { edit, props } = useTextEdit(id, name, useFieldEdit(id, name, value))
  const trouble = fieldTrouble(desk, id, name, edit)
  const page = kind === 'address' ? webAddress(typeof value === 'string' ? value : null) : null
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true" title={label}>
        {label}
      </span>
      <div className={styles.value}>
        <TextBox
          label={spoken}
          look="line"
          placeholder="Not said"
          savesOnPause={kind === 'text'}
          isProse={name.endsWith('/title')}
          {...props}
        >
          {page !== null && (
            <a
              className={styles.open}
              href={page.href}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={`Open ${spoken}`}
              title={page.href}
            >
              <Icon name="open" size={13} />
            </a>
          )}
        </TextBox>
        {trouble !== null && <FieldTrouble {...trouble} />}
      </div>
    </div>
  )
}

/** Something of the file for reading. */
export function KeptLine({ field }: { readonly field: KeptField }) {
  const { label, text, isLocked } = field
  return (
    <div className={styles.field}>
      <dt className={styles.label} title={label}>
        {label}
      </dt>
      <dd className={styles.text} title={text} dir="auto">
        {isLocked && <Icon name="lock" size={13} />}
        {text}
      </dd>
    </div>
  )
}
