import * as z from 'zod'
import { webAddress } from './story/web-address'

/**
 * What `settings.json` in Storydesk's own folder may say: what holds for this person on this machine, whatever library
 * is open.
 */
export const AppSettings = z.object({
  /** How long, and up to which size a library, replaced versions of stories are kept. */
  localHistory: z.strictObject({
    days: z.number().min(1).max(3650).default(90),
    megabytes: z.number().min(1).max(1_000_000).default(500)
  }),
  /** Whether the desktop's window may load dictionaries for spelling from Google's servers, where it has none. */
  dictionaries: z.boolean(),
  /** The address to ask, once after the start, if there is a newer Storydesk; empty: nobody is asked. */
  updates: z
    .string()
    .max(500)
    .refine((text) => text === '' || isSafeAddress(text), 'This is no https address.')
})
export type AppSettings = z.infer<typeof AppSettings>

export const usualAppSettings: AppSettings = {
  localHistory: { days: 90, megabytes: 500 },
  dictionaries: false,
  updates: ''
}

const { localHistory, dictionaries, updates } = AppSettings.shape

/** What a person wants of one of them. `null`: as usual. */
export const AppSettingChange = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('localHistory'), value: localHistory.nullable() }),
  z.strictObject({ name: z.literal('dictionaries'), value: dictionaries.nullable() }),
  z.strictObject({ name: z.literal('updates'), value: updates.nullable() })
])
export type AppSettingChange = z.infer<typeof AppSettingChange>

function isSafeAddress(text: string): boolean {
  return webAddress(text)?.protocol === 'https:'
}
