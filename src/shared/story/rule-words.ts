import type { RuleId } from './finding'

/** What each rule finds, as a heading for an editor; it stands before a number of stories. */
export const RULE_WORDS: { readonly [rule in RuleId]: string } = {
  'build-fails': 'Jekyll cannot build the site with these',
  'broken-story': 'Jekyll publishes these as they are',
  'hidden-front-matter': 'Front matter that Jekyll does not see',
  'published-by-mistake': 'Published although marked unpublished',
  'published-odd': '“published” is neither true nor false',
  'not-editable': 'Cannot be edited safely',
  'duplicate-key': 'Keys that stand twice',
  'second-document': 'A second document in the front matter',
  'readers-differ': 'Values that programs read in different ways',
  'missing-field': 'Missing fields',
  'empty-text': 'Empty texts',
  'wrong-type': 'Fields of another type',
  'not-a-number': 'Scores that are no numbers',
  'out-of-range': 'Scores out of range',
  'not-a-date': 'Dates that are none',
  'future-date': 'Dates in the future',
  'not-a-web-address': 'Addresses that lead nowhere',
  'odd-address': 'Addresses with blanks',
  'missing-picture': 'Missing pictures',
  'unknown-topic': 'Unknown topics',
  'html-in-text': 'HTML in texts',
  'repeated-link': 'Repeated links',
  'self-link': 'Links to the story itself',
  'links-not-by-quality': 'Links not by quality'
}
