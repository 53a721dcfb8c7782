import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Problem } from '#shared/problem'
import { useDesk, useDeskState } from '../../state/desk-context'
import { createSheetKeeper } from '../../state/settings-sheet'
import { Dialog } from '../../ui/Dialog'
import { LibrarySettings } from './LibrarySettings'
import { OwnSettings } from './OwnSettings'
import { SavedViewList } from './SavedViewList'
import styles from './SettingsDialog.module.css'

/**
 * The settings of the library and those of this person, as they hold and with what is wrong in their files.
 *
 * @param merge what lets git merge the library's stories
 */
export function SettingsDialog({ merge }: { readonly merge: ReactNode }) {
  const desk = useDesk()
  const [keeper] = useState(() => createSheetKeeper(desk))
  const { sheet, said } = useStore(keeper.store)
  const state = useDeskState(
    (each) => each.library,
    (library) => library.state
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: other windows and programs change settings too
  useEffect(() => void keeper.look(), [keeper, state])

  return (
    <Dialog title="Settings" size="large" onClose={() => desk.window.setState({ dialog: 'none' })}>
      <div className={styles.body}>
        {sheet?.library != null && (
          <section className={styles.section} aria-labelledby="settings-library">
            <h3 className={styles.title} id="settings-library">
              This library
            </h3>
            <p className={styles.about}>Kept in storydesk.yml, for everybody who works on it.</p>
            <Problems file="storydesk.yml" problems={sheet.library.problems} />
            <LibrarySettings sheet={sheet.library} onChange={keeper.changeLibrary} />
            <SavedViewList />
          </section>
        )}
        {sheet?.library != null && <div className={styles.merge}>{merge}</div>}
        {sheet !== null && (
          <section className={styles.section} aria-labelledby="settings-own">
            <h3 className={styles.title} id="settings-own">
              This computer
            </h3>
            <p className={styles.about}>Kept in settings.json, for you alone.</p>
            <Problems file="settings.json" problems={sheet.app.problems} />
            <OwnSettings sheet={sheet.app} onChange={keeper.changeOwn} />
          </section>
        )}
      </div>
      <p className={styles.said} role="status">
        {said}
      </p>
    </Dialog>
  )
}

type ProblemsProps = { readonly file: string; readonly problems: readonly Problem[] }

function Problems({ file, problems }: ProblemsProps) {
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems} aria-label={`Problems in ${file}`}>
      {problems.map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          <span className={styles.line}>Line {line}</span> {message}
        </li>
      ))}
    </ul>
  )
}
