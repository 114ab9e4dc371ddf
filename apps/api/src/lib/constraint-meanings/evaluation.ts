import type { Meanings } from './meanings.ts';

/** What the database guarantees of evaluations (E1 to E3, E6, E8). */
export const evaluationMeanings: Meanings = {
  evaluation_round_batch_id_kind_year_key: {
    code: 'conflict',
    text: {
      zh: '这一年的考核已经建立。',
      en: 'There is a round of this kind for the year already.',
    },
  },
  evaluation_person_two_people: {
    code: 'ruleViolated',
    text: {
      zh: '提出等次和审核等次不能是同一人。',
      en: 'Whoever proposed a grade doesn’t check it.',
    },
  },
  evaluation_person_grade_set_proposed_grade_fkey: otherSet(),
  evaluation_person_grade_set_grade_fkey: otherSet(),
  evaluation_person_grade_set_unit_grade_fkey: otherSet(),
  evaluation_person_proposal_ground: withoutGround(),
  evaluation_person_grade_ground: withoutGround(),
  evaluation_team_round_id_name_key: {
    code: 'conflict',
    text: { zh: '本次考核已有同名考核组。', en: 'The round has a team of this name.' },
  },
  evaluation_team_member_round_id_user_id_key: {
    code: 'conflict',
    text: {
      zh: '一名考核人员在一次考核中只在一个组。',
      en: 'An evaluator is in one team of a round.',
    },
  },
  evaluation_visit_round_id_village_id_key: {
    code: 'alreadyDone',
    text: {
      zh: '这个村本次考核已登记到村情况。',
      en: 'The visit to this village is on record already.',
    },
  },
  ballot_tally_returned: {
    code: 'ruleViolated',
    text: {
      zh: '有效票加废票应等于收回票，收回票不多于发出票。',
      en: 'Valid and void ballots make those returned, which are at most those issued.',
    },
  },
  ballot_tally_grades: {
    code: 'ruleViolated',
    text: {
      zh: '各等次票数加弃权应等于有效票。',
      en: 'The ballots of all grades and those without a choice make the valid ones.',
    },
  },
};

function otherSet(): Meanings[string] {
  return {
    code: 'ruleViolated',
    text: {
      zh: '这个等次不属于本人编制性质适用的等次。',
      en: 'The grade isn’t one of those for this staffing type.',
    },
  };
}

function withoutGround(): Meanings[string] {
  return {
    code: 'ruleViolated',
    text: {
      zh: '不确定等次、不参加考核都要写明理由。',
      en: 'No grade, or not assessed, stands only with its ground.',
    },
  };
}
