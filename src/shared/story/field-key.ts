/** A key of the front matter that can be named in settings: one word, without what has a meaning in paths of values. */
export const FIELD_KEY = /^[^\s\p{Cc}/~]+$/u
