import { groupBy } from '@xuanpai/domain/group-by';
import type { Deps } from '../deps.ts';
import { rows, sql } from '../sql.ts';
import { infrastructureSpent } from '../support/infrastructure.ts';
import {
  type AdjustmentRow,
  type Judgement,
  readAdjustments,
  readJudgements,
  readYearFigures,
  type TargetFrame,
  type TargetVillage,
  type YearFigures,
} from './facts.ts';
import { type LastConfirmed, readLastConfirmed } from './last-confirmed.ts';
import { type MeanOfPeriod, readMeans } from './means.ts';

/** Everything that the standings of some villages are reckoned from. */
export interface StandingFacts {
  confirmed: LastConfirmed;
  judgements: Map<string, Judgement[]>;
  adjustments: Map<string, AdjustmentRow[]>;
  figures: Map<string, YearFigures[]>;
  /** Yuan by village and year. */
  spent: Map<string, number>;
  means: MeanOfPeriod[];
}

/** Of `villages`; `all` are those of the register, for the means of their townships. */
export async function readStandingFacts(
  deps: Pick<Deps, 'db'>,
  frame: TargetFrame,
  { villages, all }: { villages: readonly TargetVillage[]; all: readonly TargetVillage[] },
): Promise<StandingFacts> {
  const ids = villages.map(({ villageId }) => villageId);
  const townshipIds = [...new Set(villages.map(({ townshipId }) => townshipId))];
  const [confirmed, judgements, adjustments, figures, spent, means] = await Promise.all([
    readLastConfirmed(deps, frame, ids),
    readJudgements(deps, frame, ids),
    readAdjustments(deps, frame, ids),
    readYearFigures(deps, ids),
    readSpent(deps, ids, frame),
    readMeans(deps, frame, all, townshipIds),
  ]);
  return {
    ...{ confirmed, spent, means },
    judgements: byVillage(judgements),
    adjustments: byVillage(adjustments),
    figures: byVillage(figures),
  };
}

async function readSpent(
  { db }: Pick<Deps, 'db'>,
  ids: readonly string[],
  { on, before }: Pick<TargetFrame, 'on' | 'before'>,
) {
  const found = await rows<{ villageId: string; year: number; yuan: number }>(
    db.pool,
    sql`SELECT s.village_id AS "villageId", s.year, s.yuan::float8 AS yuan
      FROM (${infrastructureSpent(ids, on, before)}) s`,
  );
  return new Map(found.map(({ villageId, year, yuan }) => [`${villageId} ${year}`, yuan]));
}

function byVillage<Row extends { villageId: string }>(all: readonly Row[]): Map<string, Row[]> {
  return groupBy(all, ({ villageId }) => villageId);
}
