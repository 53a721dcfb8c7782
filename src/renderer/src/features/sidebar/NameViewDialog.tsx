import { type SubmitEvent, useId, useState } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import { queryOfView } from '../../state/query-of-view'
import { type Naming, renameView, saveView } from '../../state/saved-views'
import type { ViewName } from '../../state/view-store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './NameViewDialog.module.css'

/** Gives a name to the list as it is, or another one to a saved view. */
export function NameViewDialog({ naming }: { readonly naming: Naming }) {
  const desk = useDesk()
  const view = useDeskState(
    (each) => each.view,
    (each) => each
  )
  const [name, setName] = useState(naming.kind === 'rename' ? naming.view.name : '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const refusalId = useId()
  const isRename = naming.kind === 'rename'
  const query = isRename ? naming.view.query : queryOfView(view)
  const close = () => desk.naming.setState({ naming: null })

  async function save(event: SubmitEvent) {
    event.preventDefault()
    if (name.trim() === '' || isSaving) return
    setSaving(true)
    const why = isRename ? await renameView(desk, naming.view, name) : await saveView(desk, name)
    setSaving(false)
    setRefusal(why)
    if (why !== null) return
    close()
    // The button that opened this is gone with what it was for.
    if (!isRename) requestAnimationFrame(() => focusPlace('list'))
  }

  return (
    <Dialog title={isRename ? 'Rename view' : 'Save as view'} size="small" onClose={close}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <label className={styles.name}>
          <span>Name</span>
          <input
            type="text"
            value={name}
            maxLength={80}
            autoComplete="off"
            dir="auto"
            aria-invalid={refusal !== null || undefined}
            aria-describedby={refusal === null ? undefined : refusalId}
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {refusal !== null && (
          <p className={styles.refusal} id={refusalId} role="alert">
            {refusal}
          </p>
        )}
        <p className={styles.query}>
          Finds <code>{query === '' ? 'all stories' : query}</code>
        </p>
        {!isRename && NOTES[view.name] !== undefined && (
          <p className={styles.note}>{NOTES[view.name]}</p>
        )}
        <p className={styles.note}>
          It is kept in storydesk.yml, for everybody who works on this library.
        </p>
        <div className={styles.foot}>
          <Button type="button" onPress={close}>
            Cancel
          </Button>
          <Button type="submit" look="primary" isDisabled={isSaving || name.trim() === ''}>
            {isRename ? 'Rename' : 'Save view'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What belongs to one desk cannot be shared. */
const NOTES: { readonly [name in ViewName]?: string } = {
  inbox: 'Your inbox is yours alone, so the view also holds stories that you have reviewed.',
  held: 'What you hold is yours alone, so the view also holds all other stories that match.'
}
