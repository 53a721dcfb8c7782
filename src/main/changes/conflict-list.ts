import { basename, dirname, join } from 'node:path'

/** Where `storydesk merge` lists for programs what clashed in the story at `path`. */
export const conflictList = (path: string): string =>
  join(dirname(path), `.${basename(path)}.conflicts.json`)
