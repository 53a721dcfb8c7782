import type { AppSettingChange } from '#shared/app-settings'
import type { SettingsSheet } from '#shared/settings-sheet'
import { parseWhole } from '../../ui/parse-whole'
import { SettingSwitch } from './SettingSwitch'
import { SettingText } from './SettingText'

type OwnSettingsProps = {
  readonly sheet: SettingsSheet['app']
  readonly onChange: (change: AppSettingChange) => Promise<string | null>
}

/** What holds for this person on this machine. */
export function OwnSettings({ sheet, onChange }: OwnSettingsProps) {
  const { values, usual } = sheet
  const { localHistory } = values
  const keep = (part: Partial<typeof localHistory>) =>
    onChange({ name: 'localHistory', value: { ...localHistory, ...part } })
  return (
    <>
      <SettingText
        label="Days of history"
        help="How long replaced versions of stories are kept; from the next time on that a library is opened."
        text={String(localHistory.days)}
        isShort
        isUsual={localHistory.days === usual.localHistory.days}
        parse={(text) => parseWhole(text, 1, 3650)}
        refusal="A whole number from 1 to 3650."
        onSave={(days) => keep({ days: days ?? usual.localHistory.days })}
      />
      <SettingText
        label="Megabytes of history"
        help="How much of them is kept of one library at most."
        text={String(localHistory.megabytes)}
        isShort
        isUsual={localHistory.megabytes === usual.localHistory.megabytes}
        parse={(text) => parseWhole(text, 1, 1_000_000)}
        refusal="A whole number from 1 to 1000000."
        onSave={(megabytes) => keep({ megabytes: megabytes ?? usual.localHistory.megabytes })}
      />
      <SettingSwitch
        label="Spelling"
        isOn={values.dictionaries}
        words={
          values.dictionaries
            ? 'The desktop’s window may load dictionaries from Google’s servers'
            : 'Only with dictionaries that this computer has; from the next start on'
        }
        onToggle={(isOn) => onChange({ name: 'dictionaries', value: isOn ? true : null })}
      />
      <SettingText
        label="Newer versions"
        help="The https address that names the newest version, asked once after the start. Empty: nobody is asked."
        text={values.updates}
        isUsual={values.updates === ''}
        parse={(text) => text.trim()}
        refusal=""
        onSave={(value) => onChange({ name: 'updates', value: value === '' ? null : value })}
      />
    </>
  )
}
