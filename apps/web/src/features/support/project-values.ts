import type { ProjectDetail } from '@xuanpai/contracts/projects';
import type { ProjectKind, SupportSource } from '@xuanpai/contracts/support-words';

/** A source as the form holds it: `giver` is the fund, the unit or the enterprise. */
interface SourceValues {
  id?: string;
  kind: SupportSource;
  giver?: string;
  note?: string;
  planned: string;
}

interface StageValues {
  id?: string;
  name: string;
  dueOn: string;
  doneOn?: string | null;
}

export interface ProjectValues {
  villageId: string;
  name: string;
  kind: ProjectKind;
  purpose: string;
  sources?: SourceValues[];
  milestones?: StageValues[];
}

export function valuesOf(project: ProjectDetail): ProjectValues {
  const { villageId, name, kind, purpose, sources, stages } = project;
  return {
    ...{ villageId, name, kind, purpose },
    sources: sources.map(({ id, kind: of, fundId, unitId, enterpriseId, note, planned }) => ({
      ...{ id, kind: of, giver: fundId ?? unitId ?? enterpriseId ?? '', note: note ?? '', planned },
    })),
    milestones: stages.map(({ id, name: of, dueOn, doneOn }) => ({ id, name: of, dueOn, doneOn })),
  };
}

const column = { publicFund: 'fundId', unit: 'unitId', enterprise: 'enterpriseId' } as const;

export function bodyOf({ name, kind, purpose, sources = [], milestones = [] }: ProjectValues) {
  return {
    ...{ name, kind, purpose },
    sources: sources.map(({ id, kind: of, giver, note, planned }) => ({
      ...(id ? { id } : {}),
      ...{ kind: of, planned },
      ...(of === 'publicFund' || of === 'unit' || of === 'enterprise'
        ? { [column[of]]: giver || null }
        : { note: note || null }),
    })),
    milestones: milestones.map(({ id, name: of, dueOn, doneOn }) => ({
      ...(id ? { id } : {}),
      ...{ name: of, dueOn, doneOn: doneOn || null },
    })),
  };
}
