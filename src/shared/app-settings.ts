import * as z from 'zod'

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
  /** Whether to ask, once after the start, if there is a newer Storydesk. */
  updateNotice: z.boolean()
})
export type AppSettings = z.infer<typeof AppSettings>

export const usualAppSettings: AppSettings = {
  localHistory: { days: 90, megabytes: 500 },
  updateNotice: false
}

const { localHistory, updateNotice } = AppSettings.shape

/** What a person wants of one of them. `null`: as usual. */
export const AppSettingChange = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('localHistory'), value: localHistory.nullable() }),
  z.strictObject({ name: z.literal('updateNotice'), value: updateNotice.nullable() })
])
export type AppSettingChange = z.infer<typeof AppSettingChange>
