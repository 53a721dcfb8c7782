import { readFields } from '../front-matter/read-fields'
import { answerJobs } from '../library/answer-jobs'
import { knownStoryOf } from '../library/known-story-of'
import { readBytes } from '../library/read-bytes'
import type { StoryAndLinks } from '../related/known-story'
import type { ScanJob } from './scan-library'

/** Stories that cannot be read are known to nobody. */
answerJobs<ScanJob<null>, readonly StoryAndLinks[]>(({ root, ids }) =>
  ids.flatMap((id) => {
    const reading = readBytes(root, id)
    if (reading.kind !== 'bytes') return []
    const fields = readFields(reading.bytes, { skip: ['secured'] })
    return fields.kind === 'front-matter' ? knownStoryOf(id, fields.data) : []
  })
)
