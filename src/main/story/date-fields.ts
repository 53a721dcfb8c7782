/**
 * Keys whose text is a date wherever they stand in a story, also inside a link. They are written as plain YAML
 * timestamps, because Jekyll cannot sort text among dates.
 */
export const DATE_FIELDS: readonly string[] = ['publishedDateTime', 'updatedDateTime']
