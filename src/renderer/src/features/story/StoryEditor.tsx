import type { Story } from '#shared/story/story'
import { ExcerptField } from './ExcerptField'
import { HeatField } from './HeatField'
import { MoreFields } from './MoreFields'
import { PublishedField } from './PublishedField'
import { QualityField } from './QualityField'
import styles from './StoryEditor.module.css'
import { StoryHead } from './StoryHead'
import { TopicsField } from './TopicsField'

/** The fields of one story, each saved by itself. */
export function StoryEditor({ story }: { readonly story: Story }) {
  return (
    <div className={styles.editor}>
      <StoryHead story={story} />
      <div className={styles.fields}>
        <div className={styles.pair}>
          <PublishedField story={story} />
          <HeatField story={story} />
        </div>
        <QualityField story={story} />
        <TopicsField story={story} />
        <ExcerptField story={story} />
        <MoreFields story={story} />
      </div>
    </div>
  )
}
