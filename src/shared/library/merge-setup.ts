/** How git is told to merge stories by field, in this clone. */
export type MergeSetup = {
  /** What a person would type for it, in the library's folder: once in every clone, and once for all. */
  readonly lines: readonly [config: string, attributes: string]
  readonly isConfigured: boolean
  readonly isAttributed: boolean
}
