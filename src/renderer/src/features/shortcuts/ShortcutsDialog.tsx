import { useState } from 'react'
import { type Command, wordsOf } from '../../state/command'
import {
  CHORD_COMMANDS,
  DESK_COMMANDS,
  RELATED_KEYS,
  TRAVEL_COMMANDS
} from '../../state/commands-desk'
import { GOING_COMMANDS } from '../../state/commands-going'
import { LIST_COMMANDS } from '../../state/commands-list'
import type { Desk } from '../../state/desk'
import { useDesk, useDeskState } from '../../state/desk-context'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Switch } from '../../ui/Switch'
import { KeyCaps } from './KeyCaps'
import styles from './ShortcutsDialog.module.css'

type Group = {
  readonly title: string
  readonly commands: readonly Pick<Command, 'words' | 'wordsNow' | 'caps'>[]
}

const GROUPS: readonly Group[] = [
  { title: 'In the list', commands: LIST_COMMANDS },
  {
    title: 'Anywhere but in text',
    commands: [...DESK_COMMANDS, ...GOING_COMMANDS, ...TRAVEL_COMMANDS, ...CHORD_COMMANDS]
  },
  { title: 'In related coverage', commands: RELATED_KEYS }
]

/** The keys of where the focus is come first. */
function groupsFromHere(): readonly Group[] {
  const grid = document.activeElement?.closest('[role="grid"]')
  return grid?.getAttribute('aria-label') === 'Related coverage' ? GROUPS.toReversed() : GROUPS
}

/** All keys, from the same definitions that carry them out. */
export function ShortcutsDialog() {
  const desk = useDesk()
  const [groups] = useState(groupsFromHere)
  const { singleKeys, keys } = useDeskState(
    (each) => each.settings,
    (settings) => settings
  )
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="large"
      onClose={() => desk.window.setState({ dialog: 'none' })}
    >
      <div className={styles.choices}>
        <Switch
          label="Single keys"
          isOn={singleKeys}
          isPending={false}
          words={
            singleKeys ? 'Single keys act. Press one here to change it' : 'Single keys do nothing'
          }
          onToggle={(isOn) => desk.settings.setState({ singleKeys: isOn })}
        />
        {Object.keys(keys).length > 0 && (
          <Button onPress={() => desk.settings.setState({ keys: {} })}>Usual keys</Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div className={styles.groups} tabIndex={0} role="group" aria-label="Keys">
        <div className={styles.columns}>
          {groups.map(({ title, commands }) => (
            <section key={title} className={styles.group}>
              <h3 className={styles.title}>{title}</h3>
              <dl>
                {named(commands, desk).map(({ words, caps }) => (
                  <div key={words} className={styles.line}>
                    <dt>{words}</dt>
                    <dd>
                      <KeyCaps words={words} caps={caps} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  )
}

/** The commands of the library that is open, in its words. */
const named = (commands: Group['commands'], desk: Desk) =>
  commands.flatMap((command) => {
    const words = wordsOf(command, desk)
    return words === null ? [] : { words, caps: command.caps }
  })
