import type { AppSettingChange } from '#shared/app-settings'
import type { SettingsSheet } from '#shared/settings-sheet'
import { webAddress } from '#shared/story/web-address'
import type { PlanChange } from '../../state/settings-sheet'
import { SettingNumber } from './SettingNumber'
import { SettingSwitch } from './SettingSwitch'
import { orElse, SettingText } from './SettingText'

type Sheet = SettingsSheet['app']
type OwnSettingsProps = {
  readonly sheet: Sheet
  readonly onChange: (plan: PlanChange<Sheet['values'], AppSettingChange>) => Promise<string | null>
}

/** What holds for this person on this machine. */
export function OwnSettings({ sheet: { values, usual }, onChange }: OwnSettingsProps) {
  const { days, megabytes } = values.localHistory
  const keep = (part: Partial<typeof values.localHistory>) =>
    onChange(({ localHistory }) => ({ name: 'localHistory', value: { ...localHistory, ...part } }))
  return (
    <>
      <SettingNumber
        label="Days of history"
        help="How long replaced versions of stories are kept; from the next time on that a library is opened."
        value={days}
        usual={usual.localHistory.days}
        least={1}
        most={3650}
        onSave={(value) => keep({ days: value })}
      />
      <SettingNumber
        label="Megabytes of history"
        help="How much of them is kept of one library at most."
        value={megabytes}
        usual={usual.localHistory.megabytes}
        least={1}
        most={1_000_000}
        onSave={(value) => keep({ megabytes: value })}
      />
      <SettingSwitch
        label="Spelling"
        isOn={values.dictionaries}
        words={
          values.dictionaries
            ? 'The desktop’s window may load dictionaries from Google’s servers'
            : 'Only with dictionaries that this computer has; from the next start on'
        }
        onToggle={(isOn) => onChange(() => ({ name: 'dictionaries', value: isOn ? true : null }))}
      />
      <SettingText
        label="Newer versions"
        help="The https address that names the newest version, asked once after the start. Empty: nobody is asked."
        text={values.updates}
        isUsual={values.updates === ''}
        parse={(text) =>
          orElse(addressIn(text), 'An address that starts with https://, or nothing.')
        }
        onSave={(value) => onChange(() => ({ name: 'updates', value: value || null }))}
      />
    </>
  )
}

function addressIn(text: string): string | null {
  const address = text.trim()
  return address === '' || webAddress(address)?.protocol === 'https:' ? address : null
}
