import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { Program } from './program.ts';

let loading: Promise<Highs> | undefined;

/** HiGHS as WebAssembly. Its heap grows and never shrinks: it goes with the worker thread that loaded it. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** Does `work` on a model of the program and gives its memory back, whatever happens. */
export function withProgram<T>(
  highs: Highs,
  program: Program,
  { relaxed }: { relaxed: boolean },
  work: (model: Model) => T,
): T {
  const model = highs.createModel(dataOf(highs, program, relaxed));
  try {
    model.options.set({ output_flag: false, random_seed: 0 });
    return work(model);
  } finally {
    model.dispose();
  }
}

function dataOf(highs: Highs, program: Program, relaxed: boolean): ModelData {
  const { cost, upper, integer, rowLower, rowUpper, entries } = program;
  const numCols = cost.length;
  const numRows = rowLower.length;
  const starts = new Int32Array(numCols + 1);
  entries.forEach((list, column) => {
    starts[column + 1] = (starts[column] ?? 0) + list.length;
  });
  const flat = entries.flat();
  const { continuous, integer: whole } = highs.constants.variableType;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: new Float64Array(numCols),
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts,
      indices: Int32Array.from(flat, ([row]) => row),
      values: Float64Array.from(flat, ([, coefficient]) => coefficient),
    },
    ...(relaxed ? {} : { integrality: integer.map((yes) => (yes ? whole : continuous)) }),
  };
}
