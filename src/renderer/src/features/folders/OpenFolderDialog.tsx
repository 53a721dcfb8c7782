import { type SubmitEvent, useEffect, useState } from 'react'
import type { FolderListing } from '#shared/contract/contract'
import { explainLibraryError } from '#shared/library/library-error'
import { useDesk, useDeskState } from '../../state/desk-context'
import { openFolder } from '../../state/library-actions'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FolderRows } from './FolderRows'
import styles from './OpenFolderDialog.module.css'

/** Chooses the folder of stories where the host has no dialog of its own. */
export function OpenFolderDialog() {
  const desk = useDesk()
  const opened = useDeskState(
    (each) => each.library,
    ({ state }) => state.folder
  )
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [path, setPath] = useState(opened)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isOpening, setOpening] = useState(false)

  async function look(folder: string | null) {
    const result = await desk.transport.call('folder.list', { folder }).catch(() => null)
    if (result === null) return setRefusal('The connection to Storydesk broke.')
    if (!result.ok) return setRefusal(explainLibraryError(result.error))
    setRefusal(null)
    setListing(result.value)
    setPath(result.value.folder)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once, where the dialog opens
  useEffect(() => {
    void look(opened === '' ? null : opened)
  }, [])

  async function open(event: SubmitEvent) {
    event.preventDefault()
    if (path.trim() === '') return
    setOpening(true)
    setRefusal(await openFolder(desk, path.trim()))
    setOpening(false)
  }

  return (
    <Dialog
      title="Open folder"
      size="small"
      onClose={() => desk.window.setState({ dialog: 'none' })}
    >
      <form className={styles.form} onSubmit={(event) => void open(event)}>
        <label className={styles.path}>
          <span>Folder</span>
          <input
            type="text"
            value={path}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={refusal !== null || undefined}
            aria-describedby={refusal === null ? undefined : 'folder-refusal'}
            autoFocus
            onChange={(event) => setPath(event.target.value)}
          />
        </label>
        {refusal !== null && (
          <p className={styles.refusal} id="folder-refusal">
            {refusal}
          </p>
        )}
        <FolderRows listing={listing} onLook={(folder) => void look(folder)} />
        <div className={styles.foot}>
          <Button type="button" onPress={() => desk.window.setState({ dialog: 'none' })}>
            Cancel
          </Button>
          <Button type="submit" look="primary" isDisabled={isOpening || path.trim() === ''}>
            {isOpening ? 'Opening' : 'Open this folder'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
