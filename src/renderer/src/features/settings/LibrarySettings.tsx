import type { ChangeableSettings, SettingChange } from '#shared/library/setting-change'
import type { SettingsSheet } from '#shared/settings-sheet'
import { sameJson } from '../../state/same-json'
import { itemsIn, numbersIn } from '../../state/setting-actions'
import { parseWhole } from '../../ui/parse-whole'
import { CheckGradesTable } from './CheckGradesTable'
import { SettingSwitch } from './SettingSwitch'
import { SettingText } from './SettingText'

type Sheet = NonNullable<SettingsSheet['library']>
type LibrarySettingsProps = {
  readonly sheet: Sheet
  readonly onChange: (change: SettingChange) => Promise<string | null>
}

/** What `storydesk.yml` says, for everybody who works on the library. */
export function LibrarySettings({ sheet, onChange }: LibrarySettingsProps) {
  const { values, usual } = sheet
  const { quality } = values

  /** The props of a setting that is a text or a list of them. */
  const typed = <Name extends 'stories' | 'dates' | 'required' | 'topics'>(name: Name) => ({
    isUsual: sameJson(values[name], usual[name]),
    onSave: (value: ChangeableSettings[Name] | null) =>
      onChange({ name, was: values[name], value } as SettingChange)
  })
  async function setQuality(part: Partial<typeof quality>): Promise<string | null> {
    const value = { ...quality, ...part }
    return whyNoScores(value) ?? (await onChange({ name: 'quality', was: quality, value }))
  }

  return (
    <>
      <SettingText
        label="Stories"
        help="Which files can be stories, a pattern on each line, e.g. _news/**/*.md; ! takes files out again."
        text={values.stories.join('\n')}
        lines={Math.min(6, Math.max(2, values.stories.length))}
        parse={(text) => notEmpty(text.split('\n').map((line) => line.trim()))}
        refusal="At least one pattern is needed."
        {...typed('stories')}
      />
      <SettingText
        label="Lowest quality"
        help="Scores below it are said to be out of range."
        text={String(quality.least)}
        isShort
        isUsual={quality.least === usual.quality.least}
        parse={(text) => parseWhole(text, 0)}
        refusal="A whole number, 0 or more."
        onSave={(least) => setQuality({ least: least ?? usual.quality.least })}
      />
      <SettingText
        label="Highest quality"
        help="Scores above it, too."
        text={String(quality.most)}
        isShort
        isUsual={quality.most === usual.quality.most}
        parse={(text) => parseWhole(text, 1)}
        refusal="A whole number, 1 or more."
        onSave={(most) => setQuality({ most: most ?? usual.quality.most })}
      />
      <SettingText
        label="Quality presets"
        help="What the keys 1 to 9 set, with commas between them."
        text={quality.presets.join(', ')}
        isUsual={sameJson(quality.presets, usual.quality.presets)}
        parse={numbersIn}
        refusal="Whole numbers with commas between them, e.g. 20, 50, 80."
        onSave={(presets) => setQuality({ presets: presets ?? usual.quality.presets })}
      />
      <SettingText
        label="Date fields"
        help="Written as dates wherever they stand, also in links."
        text={values.dates.join(', ')}
        parse={itemsIn}
        refusal=""
        {...typed('dates')}
      />
      <SettingText
        label="Needed to publish"
        help="The checks say which stories lack one of these fields."
        text={values.required.join(', ')}
        parse={itemsIn}
        refusal=""
        {...typed('required')}
      />
      <SettingText
        label="Topics"
        help="A folder of YAML files with a name each, or a YAML file that is a list."
        text={values.topics}
        parse={(text) => (text.trim() === '' ? null : text.trim())}
        refusal="A path below the library, e.g. _data/topics."
        {...typed('topics')}
      />
      <SettingSwitch
        label="Pictures from the web"
        isOn={values.remotePictures}
        words={
          values.remotePictures ? 'Everybody may switch them on' : 'Nobody can switch them on here'
        }
        onToggle={(value) =>
          onChange({
            name: 'remotePictures',
            was: values.remotePictures,
            value: value ? null : false
          })
        }
      />
      <CheckGradesTable
        grades={values.checks}
        onChange={(value) => onChange({ name: 'checks', was: values.checks, value })}
      />
    </>
  )
}

function whyNoScores({ least, most, presets }: ChangeableSettings['quality']): string | null {
  if (least >= most) return 'The lowest quality must be less than the highest.'
  if (presets.length === 0 || presets.length > 9) return 'One to nine presets can be set.'
  return presets.every((score) => score >= least && score <= most)
    ? null
    : `Each preset must be from ${least} to ${most}.`
}

function notEmpty(items: readonly string[]): readonly string[] | null {
  const found = items.filter((item) => item !== '')
  return found.length === 0 ? null : found
}
