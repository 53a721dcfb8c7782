import { isPathBelow } from '#shared/library/path-below'
import { patternsFault } from '#shared/library/pattern-fault'
import type { ChangeableSettings, SettingChange } from '#shared/library/setting-change'
import { fail, ok, type Result } from '#shared/result'
import type { SettingsSheet } from '#shared/settings-sheet'
import { FIELD_KEY } from '#shared/story/field-key'
import { sameJson } from '../../state/same-json'
import { itemsIn, numbersIn } from '../../state/setting-actions'
import type { PlanChange } from '../../state/settings-sheet'
import { CheckGradesTable } from './CheckGradesTable'
import { SettingNumber } from './SettingNumber'
import { SettingSwitch } from './SettingSwitch'
import { orElse, SettingText } from './SettingText'

type Sheet = NonNullable<SettingsSheet['library']>
type LibrarySettingsProps = {
  readonly sheet: Sheet
  readonly onChange: (plan: PlanChange<Sheet['values'], SettingChange>) => Promise<string | null>
}

/** What `storydesk.yml` says, for everybody who works on the library. */
export function LibrarySettings({ sheet: { values, usual }, onChange }: LibrarySettingsProps) {
  const { quality } = values

  /** @param value `null`: as usual. */
  const set = <Name extends keyof ChangeableSettings>(
    name: Name,
    value: ChangeableSettings[Name] | null
  ) => onChange((now) => ({ name, was: now[name], value }) as SettingChange)
  const setQuality = (part: Partial<typeof quality>) =>
    onChange(({ quality: was }) => {
      const value = { ...was, ...part }
      return whyNoScores(value) ?? { name: 'quality', was, value }
    })
  /** What a setting that is typed has besides its words. */
  const typed = <Name extends 'stories' | 'dates' | 'required' | 'topics'>(name: Name) => ({
    isUsual: sameJson(values[name], usual[name]),
    onSave: (value: ChangeableSettings[Name] | null) => set(name, value)
  })

  return (
    <>
      <SettingText
        label="Stories"
        help="Which files can be stories, a pattern on each line, e.g. _news/**/*.md; ! takes files out again."
        text={values.stories.join('\n')}
        lines={Math.min(6, Math.max(2, values.stories.length))}
        parse={patternsIn}
        {...typed('stories')}
      />
      <SettingNumber
        label="Lowest quality"
        help="Scores below it are said to be out of range."
        value={quality.least}
        usual={usual.quality.least}
        least={0}
        onSave={(least) => setQuality({ least })}
      />
      <SettingNumber
        label="Highest quality"
        help="Scores above it, too."
        value={quality.most}
        usual={usual.quality.most}
        least={1}
        onSave={(most) => setQuality({ most })}
      />
      <SettingText
        label="Quality presets"
        help="What the keys 1 to 9 set, with commas between them."
        text={quality.presets.join(', ')}
        isUsual={sameJson(quality.presets, usual.quality.presets)}
        parse={(text) =>
          orElse(numbersIn(text), 'Whole numbers with commas between them, e.g. 20, 50, 80.')
        }
        onSave={(presets) => setQuality({ presets: presets ?? usual.quality.presets })}
      />
      <SettingText
        label="Date fields"
        help="Written as dates wherever they stand, also in links."
        text={values.dates.join(', ')}
        parse={fieldsIn}
        {...typed('dates')}
      />
      <SettingText
        label="Needed to publish"
        help="The checks say which stories lack one of these fields."
        text={values.required.join(', ')}
        parse={fieldsIn}
        {...typed('required')}
      />
      <SettingText
        label="Topics"
        help="A folder of YAML files with a name each, or a YAML file that is a list."
        text={values.topics}
        parse={pathIn}
        {...typed('topics')}
      />
      <SettingSwitch
        label="Pictures from the web"
        isOn={values.remotePictures}
        words={
          values.remotePictures ? 'Everybody may switch them on' : 'Nobody can switch them on here'
        }
        onToggle={(isOn) => set('remotePictures', isOn ? null : false)}
      />
      <CheckGradesTable
        grades={values.checks}
        onGrade={(rule, grade) =>
          onChange(({ checks: was }) => {
            const { [rule]: _, ...others } = was
            const value = grade === null ? others : { ...others, [rule]: grade }
            return { name: 'checks', was, value }
          })
        }
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

function patternsIn(text: string): Result<readonly string[], string> {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const why = patternsFault(patterns)
  return why === null ? ok(patterns) : fail(why)
}

function fieldsIn(text: string): Result<readonly string[], string> {
  const fields = itemsIn(text)
  const wrong = fields.find((field) => !FIELD_KEY.test(field))
  return wrong === undefined
    ? ok(fields)
    : fail(`“${wrong}” is no name of a field. Names have commas between them and no blanks.`)
}

function pathIn(text: string): Result<string, string> {
  const path = text.trim()
  return isPathBelow(path) ? ok(path) : fail('A path below the library, e.g. _data/topics.')
}
