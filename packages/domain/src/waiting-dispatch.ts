import { type BatchStanding, type May, type WaitingNominee, when } from './batch-standing.ts';

/** Before all else: the registers, and every village's tier. */
export function registers(standing: BatchStanding, may: May) {
  const { missingRegisters, villagesWithoutTier } = standing;
  return [
    when(may('imports.write') && missingRegisters.length > 0, {
      code: 'importRegisters',
      counts: {},
      names: missingRegisters,
    }),
    when(may('coverage.write') && villagesWithoutTier.length > 0, {
      code: 'coverVillages',
      counts: { villages: villagesWithoutTier.length },
      names: villagesWithoutTier,
    }),
  ];
}

export function contacts({ unitsWithoutContacts }: BatchStanding, may: May) {
  return when(may('units.contact') && unitsWithoutContacts > 0, {
    code: 'registerContacts',
    counts: { units: unitsWithoutContacts },
  });
}

/** D5: who is not eligible is corrected or replaced; ages are studied. */
export function nominees({ nominees }: BatchStanding, may: May) {
  const wrong = nominees.filter(
    ({ judgement }) => judgement === 'notEligible' || judgement === 'toVerify',
  );
  const toStudy = nominees.filter(({ judgement }) => judgement === 'toStudy');
  return [
    when(may('nominations.replace') && wrong.length > 0, {
      code: 'fixNominees',
      counts: { district: ofTier(wrong, 'district'), township: ofTier(wrong, 'township') },
      names: wrong.map(({ name }) => name),
    }),
    when(may('nominations.accept') && toStudy.length > 0, {
      code: 'studyAges',
      counts: { people: toStudy.length },
      names: toStudy.map(({ name }) => name),
    }),
  ];
}

/** D5: who is presumed a full member may be placed and issued; the unit still confirms it. */
export function presumedDates({ nominees }: BatchStanding, may: May) {
  const presumed = nominees.filter(
    (nominee) => nominee.presumed && nominee.judgement !== 'notEligible',
  );
  return when(may('nominations.confirmMembership') && presumed.length > 0, {
    code: 'confirmMembership',
    counts: { people: presumed.length },
    names: presumed.map(({ name }) => name),
  });
}

function ofTier(nominees: WaitingNominee[], tier: WaitingNominee['tier']) {
  return nominees.filter((nominee) => nominee.tier === tier).length;
}

/** The plan's way from solving to its issue. */
export function planSteps({ plan, policy, nominees, placeable, places }: BatchStanding, may: May) {
  const filled = plan?.filled ?? 0;
  const counts = { filled, places };
  const planId = plan?.id ?? null;
  const status = plan?.status ?? 'draft';
  const twoPeople = policy.isOn('issue.secondPerson');
  const toIssue = twoPeople
    ? status === 'confirmed'
    : status === 'approved' || status === 'confirmed';
  const draft = status === 'draft';
  return [
    when(may('plans.write') && draft && filled === 0 && nominees.length > 0, {
      code: 'solvePlan',
      counts: { ...counts, placeable },
      planId,
    }),
    when(may('plans.write') && draft && filled > 0, { code: 'approvePlan', counts, planId }),
    when(may('plans.confirm') && twoPeople && status === 'approved', {
      code: 'confirmPlan',
      counts,
      planId,
    }),
    when(may('plans.publish') && toIssue, { code: 'publishPlan', counts, planId }),
  ];
}

/** What the issue leaves to be taken away. */
export function listsToTake({ assignments, plan }: BatchStanding, may: May) {
  return when(may('assignments.read') && assignments > 0, {
    code: 'downloadLists',
    counts: { assignments },
    planId: plan?.id ?? null,
  });
}
