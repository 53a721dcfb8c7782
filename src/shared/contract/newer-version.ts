/** A Storydesk that is newer than this one. */
export type NewerVersion = {
  /** e.g. `1.2.3`. */
  readonly version: string
  /** The web page that tells of it; http or https. */
  readonly page: string
}
