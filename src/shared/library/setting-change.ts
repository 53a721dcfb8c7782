import * as z from 'zod'
import { RULE_IDS, SEVERITIES } from '../story/finding'
import { LibrarySettings } from './settings'

const { stories, quality, dates, required, topics, remotePictures } = LibrarySettings.shape
const checks = z.partialRecord(z.enum(RULE_IDS), z.enum([...SEVERITIES, 'off']))

/** `was`: what the editor saw. `value: null`: as usual, so that the file says nothing of it. */
const change = <Name extends string, Schema extends z.ZodType>(name: Name, value: Schema) =>
  z.strictObject({ name: z.literal(name), was: value, value: value.nullable() })

/** What an editor wants of one setting in `storydesk.yml`. Views have changes of their own. */
export const SettingChange = z.discriminatedUnion('name', [
  change('stories', stories),
  change('quality', quality),
  change('dates', dates),
  change('required', required),
  change('topics', topics),
  change('remotePictures', remotePictures),
  change('checks', checks)
])
export type SettingChange = z.infer<typeof SettingChange>

/** The settings of a library that can be changed so. */
export type ChangeableSettings = Pick<LibrarySettings, SettingChange['name']>
