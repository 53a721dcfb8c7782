import { useEffect, useState } from 'react'
import type { Json } from '#shared/json'
import type { Clash, ClashChoice, ClashRow } from '#shared/library/clash'
import { explainRevertError } from '#shared/library/desk-changes'
import type { Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import { useDesk, useDeskState } from '../../state/desk-context'
import { fileName } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Segments } from '../../ui/Segments'
import styles from './ClashPanel.module.css'

type ClashPanelProps = {
  readonly id: StoryId
  /** Git knows that it is settled; the story need not have changed. */
  readonly onSettled?: () => void
}

/** Puts a story together that git could not merge. Only what both sides changed is asked for. */
export function ClashPanel({ id, onSettled }: ClashPanelProps) {
  const desk = useDesk()
  const clash = useClash(id)
  const [choices, setChoices] = useState<ReadonlyMap<number, ClashChoice>>(new Map())
  const [trouble, setTrouble] = useState<string | null>(null)
  if (clash === null) return null
  if (!clash.ok) return <p className={styles.help}>{clash.error}</p>

  const { rows, deletedBy, isRebase } = clash.value
  const left = rows.filter(({ asks }, index) => asks && !choices.has(index)).length
  async function settle(all: readonly ClashRow[]) {
    const wanted = all.map((_, index) => choices.get(index) ?? 'ours')
    const done = await desk.transport
      .call('changes.settle', { id, choices: wanted })
      .catch(() => null)
    if (done?.ok) {
      desk.voice.announce(deletedBy === null ? SETTLED : 'Kept.')
      onSettled?.()
    } else setTrouble(done === null ? 'The connection broke.' : explainRevertError(done.error))
  }

  return (
    <section className={styles.panel} aria-label={`Settle the clash of ${fileName(id)}`}>
      <p className={styles.help}>{helpFor(clash.value)}</p>
      {isRebase && (
        <p className={styles.help}>
          This is a rebase: theirs are your own commits, ours is what they are put upon.
        </p>
      )}
      <ul className={styles.rows}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is their name
          <li key={index} className={styles.row}>
            <p dir="auto">{row.asks ? row.words : `${row.words}. Ours stays.`}</p>
            {row.asks && (
              <Segments<ClashChoice | 'none'>
                label={row.words}
                chosen={choices.get(index) ?? 'none'}
                onChoose={(id) => {
                  if (id !== 'none') setChoices(new Map(choices).set(index, id))
                }}
                choices={[
                  { id: 'ours', face: <Face side="Ours" value={row.ours} /> },
                  { id: 'theirs', face: <Face side="Theirs" value={row.theirs} /> }
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {trouble !== null && <p className={styles.trouble}>{trouble}</p>}
      <Button look="primary" isDisabled={left > 0} onPress={() => void settle(rows)}>
        {deletedBy === null ? 'Settle the story' : 'Keep the story'}
      </Button>
    </section>
  )
}

const SETTLED = 'Settled. Undo brings back what was there.'

function helpFor({ rows, deletedBy }: Clash): string {
  if (deletedBy === 'theirs')
    return 'Changed in ours, deleted in theirs. Keep it as the folder has it, or delete it with git rm.'
  if (deletedBy === 'ours')
    return 'Deleted in ours, changed in theirs. Keep it as the folder has it, or delete it with git rm.'
  return rows.some(({ asks }) => asks)
    ? 'All else that both sides changed is put together. Choose what stays here:'
    : 'What both sides changed can be put together; nothing is left to choose.'
}

function Face({ side, value }: { readonly side: string; readonly value: Json | undefined }) {
  const words = valueWords(value)
  return (
    <span className={styles.face}>
      <b>{side}</b>
      {words !== null && <bdi className={styles.value}>{words}</bdi>}
    </span>
  )
}

/** `null` for what is no single value. */
function valueWords(value: Json | undefined): string | null {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/** `null` until it is known. */
function useClash(id: StoryId): Result<Clash, string> | null {
  const desk = useDesk()
  const [rows, setRows] = useState<Result<Clash, string> | null>(null)
  const version = useDeskState(
    (each) => each.library,
    ({ stories }) => stories.get(id)?.version
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version may clash elsewhere
  useEffect(() => {
    let isOver = false
    void clashOf(desk, id).then((found) => {
      if (!isOver) setRows(found)
    })
    return () => {
      isOver = true
    }
  }, [desk, id, version])
  return rows
}

async function clashOf(
  desk: ReturnType<typeof useDesk>,
  id: StoryId
): Promise<Result<Clash, string>> {
  const found = await desk.transport.call('changes.clash', { id }).catch(() => null)
  if (found?.ok) return { ok: true, value: found.value }
  const error = found === null ? 'The connection broke.' : explainRevertError(found.error)
  return { ok: false, error }
}
