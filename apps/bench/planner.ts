import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hedong } from '@xuanpai/planner/fixtures/hedong';
import type { PlanProblemInput } from '@xuanpai/planner/model';
import { scorePlan } from '@xuanpai/planner/score';
import { solve } from '@xuanpai/planner/solve';
import { greedy, placeByPlace } from './lib/planner/as-by-hand.ts';
import { afterDropOuts, movedPeople, otherDistrict } from './lib/planner/drop-outs.ts';
import { printTable } from './lib/table.ts';

const points = (value: number) => value.toFixed(2);
const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);

interface Said {
  at: number;
  score?: number;
  bound?: number;
  optimal?: boolean;
  idle?: number;
  peak?: number;
}

const best = proof();
againstOthers(best);
tenDistricts();
replanning();

/** What is known of the sample district after so many seconds. Gives the best points of the district tier. */
function proof(): number {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'apps/bench/dist/proof.js')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error('the proof failed');
  const said = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Said);
  const last = said.findLast(({ optimal }) => optimal !== undefined);
  const rows = [1, 2, 5, 30].map((limit) => {
    const until = said.filter(({ at }) => at <= limit * 1000);
    const score = until.findLast((one) => one.score !== undefined)?.score;
    const bound = until.findLast((one) => one.bound !== undefined)?.bound;
    const gap = score === undefined || bound === undefined ? null : (bound - score) / score;
    return [
      `${limit} s`,
      score === undefined ? '–' : points(score),
      bound === undefined ? '–' : points(bound),
      gap === null ? '–' : `${(gap * 100).toFixed(3)} %`,
    ];
  });
  const idle = said[0]?.idle ?? 0;
  const peak = said.at(-1)?.peak ?? 0;
  const when = (found: (one: Said) => boolean) => seconds(said.find(found)?.at ?? Number.NaN);
  printTable(
    'Sample district: what is known when',
    ['after', 'score', 'bound', 'gap'],
    rows,
    `Plan after ${when(({ score }) => score !== undefined)} s, first bound after ${when(({ bound }) => bound !== undefined)} s, ` +
      `${last?.optimal ? 'proven to be the best' : 'not proven'} after ${seconds(last?.at ?? Number.NaN)} s; ` +
      `peak ${mebibytes(peak)} MiB, ${mebibytes(peak - idle)} MiB beyond the idle process.`,
  );
  return last?.bound ?? Number.NaN;
}

function againstOthers(optimum: number): void {
  const input = hedong('everyone');
  const ours = solve(input);
  const district = optimum - ours.score.township;
  const row = (name: string, score: number) => [
    name,
    points(score),
    `${((score / district) * 100).toFixed(1)} %`,
  ];
  printTable(
    'District tier: share of the optimum',
    ['way', 'score', 'share'],
    [
      row(
        'greedy: the best person for a place, place after place',
        scorePlan(input, greedy(input)).district,
      ),
      row(
        'two stages: each to the best place, pairs not looked at',
        scorePlan(input, placeByPlace(input)).district,
      ),
      row('ours, before the proof', ours.score.district),
      row('proven optimum', district),
    ],
  );
}

/** One after the other in this process: what stays behind of each. */
function tenDistricts(): void {
  const rows = Array.from({ length: 10 }, (_, number) => {
    const input = otherDistrict(hedong('everyone'), number);
    const began = performance.now();
    const { score } = solve(input);
    const took = performance.now() - began;
    global.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    return [number + 1, points(score.total), seconds(took), mebibytes(heapUsed), mebibytes(rss)];
  });
  printTable(
    'Ten districts one after another in one process',
    ['district', 'score', 'seconds', 'heap MiB', 'RSS MiB'],
    rows,
  );
}

function replanning(): void {
  const input = hedong('everyone');
  const { placement } = solve(input);
  const freely = (again: PlanProblemInput) => ({
    ...again,
    weights: { ...again.weights, publishedChange: 0 },
  });
  const rows = [1, 3, 10].map((count) => {
    const { input: again, gone } = afterDropOuts(input, placement, count);
    const began = performance.now();
    const kept = solve(again);
    const took = performance.now() - began;
    const free = solve(freely(again));
    return [
      count,
      movedPeople(placement, kept.placement, gone),
      movedPeople(placement, free.placement, gone),
      seconds(took),
    ];
  });
  printTable(
    'Planning again after drop-outs, each with a successor of the same unit',
    ['drop-outs', 'others moved', 'without the penalty for changes', 'seconds'],
    rows,
  );
}
