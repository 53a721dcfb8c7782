import { explain } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import type { FieldName } from '../../state/edit-store'
import type { FieldEdit, FieldValue } from '../../state/field-edit'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './Clash.module.css'

type ClashProps = {
  readonly id: StoryId
  readonly field: FieldName
  readonly edit: FieldEdit
}

/**
 * What stands in the way of saving a field, in the field. A clash has two equal ways out and no default; the file
 * keeps saying what it says until an editor chooses.
 */
export function Clash({ id, field, edit }: ClashProps) {
  const desk = useDesk()
  const { trouble, before, value } = edit
  if (trouble === null) return null
  if (trouble.kind !== 'conflict') {
    return (
      <p className={styles.trouble}>
        <Icon name="problem" size={14} />
        <span>
          {trouble.kind === 'lost'
            ? 'Not saved: the connection broke. It is tried again when it is back.'
            : `Not saved. ${explain(trouble.error)}`}
        </span>
        {trouble.kind === 'refused' && (
          <Button look="quiet" onPress={() => void desk.edits.commit(id, field, null)}>
            Try now
          </Button>
        )}
      </p>
    )
  }

  const { theirs } = trouble
  const isShort = typeof value !== 'string'
  return (
    <div className={styles.clash} role="group" aria-label={`Choose a ${field}`}>
      <p className={styles.fact}>
        <Icon name="conflict" size={14} />
        <span>
          <b>Changed on disk while you edited it.</b> It was {shown(before)}.
        </span>
      </p>
      {!isShort && <p className={styles.theirs}>On disk: {shown(theirs)}</p>}
      <div className={styles.ways}>
        <Button onPress={() => desk.edits.keepYours(id, field)}>
          Keep yours{isShort && `, ${shown(value)}`}
        </Button>
        <Button onPress={() => desk.edits.takeTheirs(id, field)}>
          Take {isShort ? shown(theirs) : 'the one'} from disk
        </Button>
        {isShort && (
          <span className={styles.until}>The file says {shown(theirs)} until you choose</span>
        )}
      </div>
    </div>
  )
}

const shown = (value: FieldValue): string => {
  if (value === undefined) return 'missing'
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}
