import { Button } from './Button'
import styles from './FieldTrouble.module.css'
import { Icon } from './Icon'

/** Two values that stand against each other, as words. */
type Clash = {
  readonly before: string
  readonly yours: string
  readonly theirs: string
  /** Whether the values are short enough to stand on the buttons. */
  readonly isShort: boolean
  readonly onKeep: () => void
  readonly onTake: () => void
}

export type FieldTroubleProps = {
  /** How the field is called within a sentence. */
  readonly name: string
  /** Why the field is not saved, or what an editor has to choose between. */
  readonly why: string | Clash
  /** Tries again to save; `null` where that is of no use. */
  readonly onRetry: (() => void) | null
}

/**
 * What stands in the way of saving a field, in the field. A clash has two equal ways out and no default; the file
 * keeps saying what it says until an editor chooses.
 */
export function FieldTrouble({ name, why, onRetry }: FieldTroubleProps) {
  if (typeof why !== 'string') return <Choice name={name} {...why} />
  return (
    <p className={styles.trouble}>
      <Icon name="problem" size={14} />
      <span>{why}</span>
      {onRetry !== null && (
        <Button look="quiet" onPress={onRetry}>
          Try now
        </Button>
      )}
    </p>
  )
}

function Choice(props: Clash & { readonly name: string }) {
  const { name, before, yours, theirs, isShort, onKeep, onTake } = props
  return (
    <div className={styles.clash} role="group" aria-label={`Choose: ${name}`}>
      <p className={styles.fact}>
        <Icon name="conflict" size={14} />
        <span>
          <b>Changed on disk while you edited it.</b> It was {before}.
        </span>
      </p>
      {!isShort && <p className={styles.theirs}>On disk: {theirs}</p>}
      <div className={styles.ways}>
        <Button onPress={onKeep}>Keep yours{isShort && `, ${yours}`}</Button>
        <Button onPress={onTake}>Take {isShort ? theirs : 'the one'} from disk</Button>
        {isShort && <span className={styles.until}>The file says {theirs} until you choose</span>}
      </div>
    </div>
  )
}
