import type { Command } from '../../state/command'
import {
  CHORD_COMMANDS,
  DESK_COMMANDS,
  RELATED_KEYS,
  TRAVEL_COMMANDS
} from '../../state/commands-desk'
import { LIST_COMMANDS } from '../../state/commands-list'
import { useDesk } from '../../state/desk-context'
import { Dialog } from '../../ui/Dialog'
import { Keys } from '../../ui/Keys'
import styles from './ShortcutsDialog.module.css'

type Group = {
  readonly title: string
  readonly commands: readonly Pick<Command, 'words' | 'caps'>[]
}

const GROUPS: readonly Group[] = [
  { title: 'In the list', commands: LIST_COMMANDS },
  {
    title: 'Anywhere but in text',
    commands: [...DESK_COMMANDS, ...TRAVEL_COMMANDS, ...CHORD_COMMANDS]
  },
  { title: 'In related coverage', commands: RELATED_KEYS }
]

/** All keys, from the same definitions that carry them out. */
export function ShortcutsDialog() {
  const desk = useDesk()
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="large"
      onClose={() => desk.window.setState({ dialog: 'none' })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div className={styles.groups} tabIndex={0} role="group" aria-label="Keys">
        {GROUPS.map(({ title, commands }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            <dl>
              {commands.map(({ words, caps }) => (
                <div key={words} className={styles.line}>
                  <dt>{words}</dt>
                  <dd>
                    <Keys keys={caps} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
