import type { HelpDetail } from '@xuanpai/contracts/help';
import type { ProjectDetail } from '@xuanpai/contracts/projects';
import { toDate } from '@xuanpai/database/dates';
import { day, type TestReply } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { addCadre, type SmallDistrict } from '../../testing-registers.ts';

/** For tests only: today is 2015-04-24. */

/** Somebody of a unit in post in a village since January. */
export async function postSomebody(
  { office, batchId }: SmallDistrict,
  unitId: string,
  villageId: string,
  post: 'firstSecretary' | 'deputySecretary' = 'firstSecretary',
): Promise<string> {
  const cadreId = await addCadre(office, unitId);
  await office.db.prisma.assignment.create({
    data: {
      ...{ batchId, cadreId, villageId, tier: 'district', post, kind: 'appointed' },
      ...{ startsOn: toDate(day('2015-01-05')), documentNumber: '河组发〔2015〕1号' },
    },
  });
  return cadreId;
}

export function codesOf({ body }: TestReply): string[] {
  return body.errors.map(({ code }: { code: string }) => code);
}

export function supportOffice({ office }: SmallDistrict) {
  const help = (by: string, body: object) => office.as(by).post('/api/support/help', body);
  const project = (body: object, by = 'officer') =>
    office.as(by).post('/api/support/projects', body);
  return {
    help,
    /** Entered by somebody, and accepted. */
    entered: async (by: string, body: object): Promise<HelpDetail> =>
      accepted(await help(by, body)).body,
    act: (by: string, { id, version }: { id: string; version: number }, act: string, body = {}) =>
      office.as(by).post(`/api/support/help/${id}/${act}`, { version, ...body }),
    project,
    made: async (body: object, by = 'officer'): Promise<ProjectDetail> =>
      accepted(await project(body, by)).body,
    pay: (by: string, { id, version }: ProjectDetail, body: object) =>
      office.as(by).post(`/api/support/projects/${id}/payments`, { version, ...body }),
    step: (by: string, { id, version }: ProjectDetail, body: object) =>
      office.as(by).post(`/api/support/projects/${id}/steps`, { version, ...body }),
  };
}
