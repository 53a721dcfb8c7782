import { parseWhole } from '../../ui/parse-whole'
import { orElse, SettingText } from './SettingText'

type SettingNumberProps = {
  readonly label: string
  readonly help: string
  readonly value: number
  readonly usual: number
  readonly least: number
  /** Usually anything. */
  readonly most?: number
  /** @returns why it was not saved, or `null`. */
  readonly onSave: (value: number) => Promise<string | null>
}

/** A setting that is a whole number. */
export function SettingNumber(props: SettingNumberProps) {
  const { label, help, value, usual, least, most, onSave } = props
  const range = most === undefined ? `${least} or more` : `from ${least} to ${most}`
  return (
    <SettingText
      label={label}
      help={help}
      text={String(value)}
      isShort
      isUsual={value === usual}
      parse={(text) => orElse(parseWhole(text, least, most), `A whole number, ${range}.`)}
      onSave={(next) => onSave(next ?? usual)}
    />
  )
}
