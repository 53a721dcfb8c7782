/** Why a story's front matter cannot be read or edited, and where. Plain data. */
export type Problem = {
  /** What kind of problem it is, for programs: `unterminated`, `invalid-utf8`, `duplicate-key`, ... */
  readonly code: string
  /** 1-based line of the file. */
  readonly line: number
  /** 1-based column of that line, in UTF-16 code units. */
  readonly column: number
  /** What is wrong, in one sentence for an editor. */
  readonly message: string
}
