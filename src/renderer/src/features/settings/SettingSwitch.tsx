import { useState } from 'react'
import { Switch } from '../../ui/Switch'
import styles from './SettingsDialog.module.css'

type SettingSwitchProps = {
  readonly label: string
  readonly isOn: boolean
  readonly words: string
  /** @returns why it was not saved, or `null`. */
  readonly onToggle: (isOn: boolean) => Promise<string | null>
}

/** A setting that is on or off. */
export function SettingSwitch({ label, isOn, words, onToggle }: SettingSwitchProps) {
  const [why, setWhy] = useState<string | null>(null)
  return (
    <div className={styles.setting}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.control}>
        <Switch
          label={label}
          isOn={isOn}
          isPending={false}
          words={words}
          onToggle={(next) => void onToggle(next).then(setWhy)}
        />
        {why !== null && (
          <p className={styles.help} data-refused role="alert">
            {why}
          </p>
        )}
      </div>
    </div>
  )
}
