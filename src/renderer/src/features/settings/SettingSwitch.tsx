import { useState } from 'react'
import { Switch } from '../../ui/Switch'
import { SettingRow } from './SettingRow'

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
    <SettingRow label={label} why={why}>
      <Switch
        label={label}
        isOn={isOn}
        isPending={false}
        words={words}
        onToggle={(next) => void onToggle(next).then(setWhy)}
      />
    </SettingRow>
  )
}
