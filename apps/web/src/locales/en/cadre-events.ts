import type { Texts } from '../texts.ts';
import type { cadreEvents as zh } from '../zh/cadre-events.ts';

export const cadreEvents: Texts<typeof zh> = {
  label: 'What happened',
  registered: 'Registered',
  corrected: 'Corrected from the file',
  nominated: 'Nominated',
  judged: 'Eligibility',
  accepted: 'Accepted after study',
  replaced: 'Replaced',
  issued: 'Issued',
  postStarts: 'In post',
  postEnds: 'Term ends',
  by: (person) => `by ${person}`,
  wasIs: (field, was, is) => `${field} from ${was} to ${is}`,
  set: (field, is) => `${field} ${is}`,
  fields: { joinedOn: 'joined the Party', fullMemberOn: 'full member' },
  standsOn: (document) => `on ${document}`,
  nominatedBy: (unit, category) => `by ${unit}, ${category.toLowerCase()}`,
  insteadOf: (person) => `instead of ${person}`,
  presumed: (month) => `full membership presumed from ${month}`,
  acceptedBy: (reason, person) => `${reason} (${person})`,
  replacedBy: (person, reason) => `by ${person}${reason && `, ${reason}`}`,
  issuedAs: (document, village, post) => `${document}, ${village}, ${post.toLowerCase()}`,
  startsAs: (village, post, kind) => `${village}, ${post.toLowerCase()}, ${kind.toLowerCase()}`,
  endsAs: (village, post) => `${village}, ${post.toLowerCase()}`,
};
