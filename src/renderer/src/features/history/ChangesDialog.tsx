import { useEffect, useRef, useState } from 'react'
import type { DoneStep } from '#shared/library/history'
import type { FieldDiff } from '#shared/story/field-diff'
import { useDesk, useDeskState } from '../../state/desk-context'
import { doneSteps, stepDiffs, undoTo } from '../../state/session-changes'
import { openStory } from '../../state/story-actions'
import { countOf, fileName, rowTitle } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Empty } from '../../ui/Empty'
import { Icon } from '../../ui/Icon'
import styles from './ChangesDialog.module.css'

/** So many steps are shown at first, and more at a time when they are asked for. */
const PAGE = 30

/** What was changed since Storydesk was started, step by step, with the way back to each. */
export function ChangesDialog() {
  const desk = useDesk()
  const steps = useSteps()
  const list = useRef<HTMLOListElement>(null)
  const [shown, setShown] = useState(PAGE)
  const close = () => desk.window.setState({ dialog: 'none' })
  if (steps === null) return null
  // The oldest one is number 1 for good, however many follow.
  const numbered = steps.map((step, newer) => ({ step, newer, number: steps.length - newer }))
  return (
    <Dialog
      title={`${countOf(steps.length, 'change', 'changes')} since the start`}
      size="large"
      onClose={close}
    >
      {steps.length === 0 ? (
        <Empty
          icon="undo"
          fact="Nothing was changed yet."
          help="What you change from now on is listed here, until Storydesk is started again."
        />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too */}
          <ol ref={list} className={styles.steps} aria-label="Changes" tabIndex={0}>
            {numbered.slice(0, shown).map(({ step, newer, number }) => (
              <Step
                key={number}
                step={step}
                newer={newer}
                onUndo={() => void undoTo(desk, newer).then(() => list.current?.focus())}
                onOpen={close}
              />
            ))}
          </ol>
          {steps.length > shown && (
            <Button look="quiet" onPress={() => setShown(shown + PAGE)}>
              Show older changes
            </Button>
          )}
        </>
      )}
    </Dialog>
  )
}

type StepProps = {
  readonly step: DoneStep
  /** How many steps are newer. */
  readonly newer: number
  readonly onUndo: () => void
  readonly onOpen: () => void
}

function Step({ step, newer, onUndo, onOpen }: StepProps) {
  const { label, count, stories } = step
  const diffs = useDiffs(step)
  return (
    <li className={styles.step}>
      <div className={styles.words}>
        <p className={styles.label} dir="auto">
          {label}
        </p>
        {diffs.map(({ field, words }) => (
          <p key={`${field} ${words}`} className={styles.diff} dir="auto">
            {words}
          </p>
        ))}
        <p className={styles.stories}>
          {stories.map(({ id }) => (
            <StoryName key={id} id={id} onOpen={onOpen} />
          ))}
          {count > stories.length && <span>and {count - stories.length} more</span>}
        </p>
      </div>
      <Button look="quiet" onPress={onUndo}>
        <Icon name="undo" size={14} />
        {newer === 0 ? 'Undo' : `Undo ${newer + 1} changes`}
      </Button>
    </li>
  )
}

function StoryName({
  id,
  onOpen
}: {
  readonly id: DoneStep['stories'][number]['id']
  readonly onOpen: () => void
}) {
  const desk = useDesk()
  const story = useDeskState(
    (each) => each.library,
    ({ stories }) => stories.get(id)
  )
  if (story === undefined) return <span>{fileName(id)}</span>
  return (
    <button
      type="button"
      className={styles.story}
      title="Open the story"
      onClick={() => {
        onOpen()
        openStory(desk, id)
      }}
    >
      {rowTitle(story)}
    </button>
  )
}

/** `null` until they are known. Asked for again after every change. */
function useSteps(): readonly DoneStep[] | null {
  const desk = useDesk()
  const [steps, setSteps] = useState<readonly DoneStep[] | null>(null)
  const stories = useDeskState(
    (each) => each.library,
    (library) => library.stories
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was saved may be another step
  useEffect(() => {
    let isOver = false
    void doneSteps(desk).then((found) => {
      if (!isOver) setSteps(found ?? [])
    })
    return () => {
      isOver = true
    }
  }, [desk, stories])
  return steps
}

/** Field by field, of a step that changed one story; of many it would not be read. */
function useDiffs(step: DoneStep): readonly FieldDiff[] {
  const desk = useDesk()
  const [diffs, setDiffs] = useState<readonly FieldDiff[]>([])
  const [first] = step.stories
  const only = step.count === 1 ? first : undefined
  const key = only === undefined ? null : `${only.id} ${only.before} ${only.after}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which step it is
  useEffect(() => {
    let isOver = false
    if (only !== undefined) {
      void stepDiffs(desk, only).then((found) => {
        if (!isOver) setDiffs(found)
      })
    }
    return () => {
      isOver = true
    }
  }, [desk, key])
  return diffs
}
