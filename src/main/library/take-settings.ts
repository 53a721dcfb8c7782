import type * as z from 'zod'
import { firstReason } from './first-reason'

/** A setting that cannot hold: why, and which item or key of it is meant. */
export type RefusedSetting = {
  readonly name: string
  readonly reason: string
  readonly at?: number | string
}

/**
 * Takes each setting that a file names and that can hold; the others keep their usual values.
 *
 * @param shape one schema per setting.
 */
export function takeSettings<Values extends object>(
  shape: { readonly [Name in keyof Values]: z.ZodType },
  usual: Values,
  said: Readonly<Record<string, unknown>>
): { readonly values: Values; readonly refused: readonly RefusedSetting[] } {
  const values = { ...usual } as Record<string, unknown>
  const refused: RefusedSetting[] = []
  for (const [name, value] of Object.entries(said)) {
    if (!Object.hasOwn(shape, name)) {
      refused.push({ name, reason: 'Storydesk has no setting of this name.' })
      continue
    }
    const read = shape[name as keyof Values].safeParse(value)
    if (read.success) values[name] = read.data
    else refused.push({ name, ...whyNot(read.error.issues) })
  }
  return { values: values as Values, refused }
}

function whyNot(issues: readonly z.core.$ZodIssue[]): Omit<RefusedSetting, 'name'> {
  const reason = `${firstReason(issues)} The default holds.`
  const [issue] = issues
  const at = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  return typeof at === 'number' || typeof at === 'string' ? { reason, at } : { reason }
}
