import type { RuleId } from '#shared/story/finding'
import { brokenStory } from './broken-story'
import { buildFails } from './build-fails'
import { duplicateKey } from './duplicate-key'
import { emptyText } from './empty-text'
import { futureDate } from './future-date'
import { hiddenFrontMatter } from './hidden-front-matter'
import { htmlInText } from './html-in-text'
import { linksNotByQuality } from './links-not-by-quality'
import { missingField } from './missing-field'
import { missingPicture } from './missing-picture'
import { notADate } from './not-a-date'
import { notANumber } from './not-a-number'
import { notAWebAddress } from './not-a-web-address'
import { notEditable } from './not-editable'
import { oddAddress } from './odd-address'
import { outOfRange } from './out-of-range'
import { publishedByMistake } from './published-by-mistake'
import { publishedOdd } from './published-odd'
import { readersDiffer } from './readers-differ'
import { repeatedLink } from './repeated-link'
import type { Rule } from './rule'
import { secondDocument } from './second-document'
import { selfLink } from './self-link'
import { unknownTopic } from './unknown-topic'
import { wrongType } from './wrong-type'

/** Every rule by its name. */
export const RULES: { readonly [id in RuleId]: Rule } = {
  'build-fails': buildFails,
  'broken-story': brokenStory,
  'hidden-front-matter': hiddenFrontMatter,
  'published-by-mistake': publishedByMistake,
  'published-odd': publishedOdd,
  'not-editable': notEditable,
  'duplicate-key': duplicateKey,
  'second-document': secondDocument,
  'readers-differ': readersDiffer,
  'missing-field': missingField,
  'empty-text': emptyText,
  'wrong-type': wrongType,
  'not-a-number': notANumber,
  'out-of-range': outOfRange,
  'not-a-date': notADate,
  'future-date': futureDate,
  'not-a-web-address': notAWebAddress,
  'odd-address': oddAddress,
  'missing-picture': missingPicture,
  'unknown-topic': unknownTopic,
  'html-in-text': htmlInText,
  'repeated-link': repeatedLink,
  'self-link': selfLink,
  'links-not-by-quality': linksNotByQuality
}
