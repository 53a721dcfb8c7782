import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '#shared/problem'
import type { SettingsSheet } from '#shared/settings-sheet'
import { useDesk, useDeskState } from '../../state/desk-context'
import { changeOwnSetting, changeSetting, readSettings } from '../../state/setting-actions'
import { Dialog } from '../../ui/Dialog'
import { LibrarySettings } from './LibrarySettings'
import { OwnSettings } from './OwnSettings'
import styles from './SettingsDialog.module.css'

/** The settings of the library and those of this person, as they hold and with what is wrong in their files. */
export function SettingsDialog() {
  const desk = useDesk()
  const [sheet, setSheet] = useState<SettingsSheet | null>(null)
  const [said, setSaid] = useState('Each change is saved at once.')
  const state = useDeskState(
    (each) => each.library,
    (library) => library.state
  )
  const look = useCallback(async () => setSheet(await readSettings(desk)), [desk])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other windows and programs change settings too
  useEffect(() => void look(), [look, state])

  async function saved(changing: Promise<string | null>): Promise<string | null> {
    const why = await changing
    await look()
    setSaid(why === null ? 'Saved.' : 'Not saved.')
    return why
  }

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
            <LibrarySettings
              sheet={sheet.library}
              onChange={(change) => saved(changeSetting(desk, change))}
            />
          </section>
        )}
        {sheet !== null && (
          <section className={styles.section} aria-labelledby="settings-own">
            <h3 className={styles.title} id="settings-own">
              This computer
            </h3>
            <p className={styles.about}>Kept in settings.json, for you alone.</p>
            <Problems file="settings.json" problems={sheet.app.problems} />
            <OwnSettings
              sheet={sheet.app}
              onChange={(change) => saved(changeOwnSetting(desk, change))}
            />
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
