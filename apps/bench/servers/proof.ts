import { hedong } from '@xuanpai/planner/fixtures/hedong';
import { provePlan } from '@xuanpai/planner/proof/prove-plan';
import { solve } from '@xuanpai/planner/solve';

/**
 * Solves and proves the sample district in a process of its own, as `bench -- planner` watches it:
 * prints a line of JSON, in milliseconds from the start and points, for each plan and each bound.
 */
const began = performance.now();
const say = (what: object) =>
  console.log(JSON.stringify({ at: performance.now() - began, ...what }));

const input = hedong('everyone');
say({ idle: process.memoryUsage.rss() });
const { placement, score } = solve(input);
say({ score: score.total });
const proven = await provePlan(
  input,
  placement,
  { limitSeconds: 120 },
  { onBound: (bound) => say({ bound }) },
);
say({ score: proven.score.total, bound: proven.bound, optimal: proven.optimal });
say({ peak: process.resourceUsage().maxRSS * 1024 });
