import { readFileSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import type { Fault } from './fault.ts';
import {
  type Given,
  isSecret,
  type Variable,
  type VariableName,
  variableNames,
  variables,
} from './variables.ts';

/** Takes the settings out of an environment; what has the wrong form becomes a fault. */
export function readGiven(env: NodeJS.ProcessEnv): { given: Given; faults: Fault[] } {
  const faults: Fault[] = [];
  const given: Record<string, unknown> = {};
  for (const name of variableNames) {
    const text = textOf(env, name, faults);
    if (text === undefined) continue;
    const { schema, expects }: Variable = variables[name];
    const parsed = schema.safeParse(text);
    if (parsed.success) given[name] = parsed.data;
    else faults.push({ name, zh: `应填：${expects.zh}`, en: `must be ${expects.en}` });
  }
  return { given: given as Given, faults };
}

/** The value, from the environment or from the file that `<NAME>_FILE` names; empty is not set. */
function textOf(env: NodeJS.ProcessEnv, name: VariableName, faults: Fault[]): string | undefined {
  const value = env[name] || undefined;
  const file = isSecret(name) ? env[`${name}_FILE`] || undefined : undefined;
  if (file === undefined) return value;
  if (value !== undefined) {
    const zh = `与 ${name} 只能设一个`;
    faults.push({ name: `${name}_FILE`, zh, en: `is set beside ${name}, set one of them` });
    return undefined;
  }
  return contentOf(file, (zh, en) => faults.push({ name: `${name}_FILE`, zh, en }));
}

function contentOf(file: string, refuse: (zh: string, en: string) => void): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return text;
    refuse(`文件 ${file} 是空的`, `the file ${file} is empty`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    refuse(
      `文件 ${file} 读不了（${code}），请核对路径和权限`,
      `the file ${file} can't be read (${code}), check its path and permissions`,
    );
  }
  return undefined;
}

/** Names that are no setting and look like one: most likely misspelt, and so without effect. */
export function misspelt(env: NodeJS.ProcessEnv): { name: string; meant: string }[] {
  const known = variableNames.flatMap((name) => (isSecret(name) ? [name, `${name}_FILE`] : [name]));
  return Object.keys(env).flatMap((name) => {
    if (known.includes(name)) return [];
    const upper = name
      .toUpperCase()
      .replaceAll('-', '_')
      .replace(/^XUANPAI_/, '');
    const meant = known.find((candidate) => distance(upper, candidate) <= tolerance(candidate));
    return meant && !innocent.has(name) ? [{ name, meant }] : [];
  });
}

/** Mistakes of a finger or two; in a short name two make another word. */
const tolerance = (name: string) => (name.length < 7 ? 1 : 2);

/** Of shells and other programs. */
const innocent = new Set(['POST', 'HOSTS', 'PORTS']);
