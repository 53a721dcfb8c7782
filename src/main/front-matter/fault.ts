/** What is wrong, at an offset of the source. */
export type Fault = { readonly offset: number; readonly code: string; readonly message: string }

export const fault = (offset: number, code: string, message: string): Fault => ({
  offset,
  code,
  message
})

/** Whether a reading found a fault instead of a value. */
export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'code' in value && 'offset' in value
