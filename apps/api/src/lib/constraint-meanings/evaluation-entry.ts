import type { Meanings } from './meanings.ts';

/** What the database guarantees of visits and ballots (E2). */
export const evaluationEntryMeanings: Meanings = {
  evaluation_visit_two_people: {
    code: 'ruleViolated',
    text: {
      zh: '计票人和监票人不能是同一人。',
      en: 'The teller isn’t the scrutineer.',
    },
  },
  ballot_tally_two_people: {
    code: 'ruleViolated',
    text: {
      zh: '双人录入由两人各录一遍，同一人不能录两遍。',
      en: 'The two counts are entered by two people.',
    },
  },
  ballot_count_round_id_village_id_user_id_key: {
    code: 'ruleViolated',
    text: {
      zh: '双人录入由两人各录一遍，同一人不能录两遍。',
      en: 'The two counts are entered by two people.',
    },
  },
  ballot_count_pkey: {
    code: 'conflict',
    text: { zh: '这一遍已有人在录。', en: 'Somebody else enters this count.' },
  },
  ballot_answer_sum: {
    code: 'ruleViolated',
    text: {
      zh: '每题各项加弃权应等于有效票。',
      en: 'The answers to each question and those without one make the valid ballots.',
    },
  },
  ballot_tally_counted_twice: {
    code: 'ruleViolated',
    text: {
      zh: '本次考核双人录入：两遍一致或核对后才作数。',
      en: 'Ballots are counted twice: only what agrees, or was settled, holds.',
    },
  },
  ballot_tally_decided: {
    code: 'conflict',
    text: {
      zh: '等次已决定，计票不能再改。',
      en: 'The grade is decided; the ballots stay as they were.',
    },
  },
};
