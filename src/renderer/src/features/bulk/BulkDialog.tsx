import { useEffect, useMemo, useState } from 'react'
import type { BulkDraft } from '../../state/bulk-store'
import { type BulkGroups, bulkGroups, bulkWords } from '../../state/bulk-words'
import { useDesk, useDeskState } from '../../state/desk-context'
import { chordCap } from '../../state/key-press'
import { countOf } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import { Segments } from '../../ui/Segments'
import styles from './BulkDialog.module.css'
import { PreviewTable } from './PreviewTable'

/** What a change would do to each of many stories, before it is made. */
export function BulkDialog() {
  const draft = useDeskState(
    (desk) => desk.bulk.store,
    (bulk) => bulk.draft
  )
  return draft === null ? null : <Preview draft={draft} />
}

type Part = keyof BulkGroups

function Preview({ draft }: { readonly draft: BulkDraft }) {
  const desk = useDesk()
  const [part, setPart] = useState<Part>('all')
  const groups = useMemo(() => bulkGroups(draft.previews), [draft.previews])
  const { willChange, noChange, leftOut } = groups
  const isComplete = draft.previews.length === draft.ids.length
  const canRun = isComplete && willChange.length > 0

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isForAll = event.ctrlKey || event.metaKey || !isOnButton(event)
      if (event.key !== 'Enter' || event.repeat || !isForAll || !canRun) return
      event.preventDefault()
      event.stopPropagation() // or the button that has the focus would be pressed too
      void desk.bulk.run()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [desk, canRun])

  return (
    <Dialog title={titleOf(draft, groups)} size="large" onClose={desk.bulk.drop}>
      <div className={styles.body}>
        <div className={styles.what}>
          <ChangeChip draft={draft} />
          <Segments<Part>
            label="Which stories"
            chosen={part}
            onChoose={setPart}
            choices={[
              { id: 'all', face: <Counted words="All" count={groups.all.length} /> },
              { id: 'willChange', face: <Counted words="Will change" count={willChange.length} /> },
              { id: 'noChange', face: <Counted words="No change" count={noChange.length} /> },
              { id: 'leftOut', face: <Counted words="Left out" count={leftOut.length} isProblem /> }
            ]}
          />
        </div>
        <PreviewTable
          key={part}
          change={draft.change}
          previews={groups[part]}
          isComplete={isComplete}
        />
        <div className={styles.foot}>
          <span className={styles.promise}>
            <Icon name="undo" size={14} />
            {willChange.length > 0
              ? `One step: Undo brings ${willChange.length === 1 ? 'it' : `all ${willChange.length.toLocaleString('en')}`} back, byte for byte.`
              : 'Nothing is written.'}
          </span>
          <Button onPress={desk.bulk.drop}>
            Cancel
            <Keys keys={['Esc']} />
          </Button>
          <Button look="primary" isDisabled={!canRun} onPress={() => void desk.bulk.run()}>
            Change {countOf(willChange.length, 'story', 'stories')}
            <Keys keys={[chordCap(), '↵']} />
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const isOnButton = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('button') !== null

function titleOf(draft: BulkDraft, { willChange }: BulkGroups): string {
  const { ids, previews, isLost } = draft
  const all = countOf(ids.length, 'story', 'stories')
  if (isLost) return 'The connection broke. Nothing was changed.'
  if (previews.length < ids.length) {
    return `Looking at ${previews.length.toLocaleString('en')} of ${all}`
  }
  if (willChange.length === 0) return `Nothing to change in ${all}`
  if (willChange.length === ids.length) return `Change ${all}?`
  return `Change ${willChange.length.toLocaleString('en')} of ${all}?`
}

function ChangeChip({ draft }: { readonly draft: BulkDraft }) {
  const { icon, name, value } = bulkWords(draft.change)
  return (
    <span className={styles.chip} data-icon={icon}>
      <Icon name={icon} size={14} />
      {name}
      {value !== '' && <b>{value}</b>}
    </span>
  )
}

type CountedProps = {
  readonly words: string
  readonly count: number
  readonly isProblem?: boolean
}

function Counted({ words, count, isProblem = false }: CountedProps) {
  return (
    <>
      {isProblem && count > 0 && (
        <span className={styles.problem}>
          <Icon name="problem" size={13} />
        </span>
      )}
      {words} <span className={styles.count}>{count.toLocaleString('en')}</span>
    </>
  )
}
