import { StartProblem } from '@xuanpai/database/start-problem';

/** What is wrong with a setting; `zh` and `en` say what to do and never the value of a secret. */
export interface Fault {
  name: string;
  zh: string;
  en: string;
}

export function faultLine({ name, zh, en }: Fault): string {
  return `  ${name}：${zh}\n    ${name}: ${en}`;
}

/** All faults at once, for the person at the terminal. */
export function configFaulty(faults: readonly Fault[]) {
  return new StartProblem(
    'configFaulty',
    `设置有 ${faults.length} 处问题，没有启动：\n${faults.map(faultLine).join('\n')}`,
    `${faults.length} faults in the settings above; nothing was started. Each setting: docs/administration/configuration.md`,
  );
}
