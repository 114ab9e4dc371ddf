import { queryOptions } from '@tanstack/react-query';
import { listConsultation, listOwnConsultations } from '@xuanpai/contracts/plan-consultation';
import { call } from '../../../lib/api.ts';

/** The key of everything that is asked and answered. */
export const consultationsKey = ['consultations'] as const;

/** How the consultation about one version of a plan stands. */
export function consultationQuery(planId: string, version: number) {
  return queryOptions({
    queryKey: [...consultationsKey, planId, version],
    queryFn: ({ signal }) => call(listConsultation, { params: { id: planId }, signal }),
  });
}

/** What the person's own unit or township was asked. */
export const ownConsultationsQuery = queryOptions({
  queryKey: [...consultationsKey, 'own'],
  queryFn: ({ signal }) => call(listOwnConsultations, { signal }),
});
