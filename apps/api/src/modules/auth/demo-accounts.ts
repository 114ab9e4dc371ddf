import type { Role } from '@xuanpai/contracts/values';

interface DemoAccount {
  username: string;
  name: string;
  role: Role;
  /** Township or unit by name. */
  township?: string;
  unit?: string;
}

/** The people of the demo; all with the demo's password, none forced to change it. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'planner', name: '王晓东', role: 'planner' },
  { username: 'office', name: '李广文', role: 'office' },
  { username: 'officer', name: '宋玉兰', role: 'officer', township: '郑旺镇' },
  { username: 'head', name: '赵建国', role: 'head', township: '郑旺镇' },
  { username: 'officer2', name: '孙继民', role: 'officer', township: '朝阳街道' },
  { username: 'evaluator', name: '周立新', role: 'evaluator' },
  { username: 'evaluator2', name: '吴桂芝', role: 'evaluator' },
  { username: 'inspector', name: '徐志刚', role: 'inspector' },
  { username: 'liaison', name: '冯明', role: 'liaison', unit: '区财政局' },
  { username: 'leader', name: '陈国栋', role: 'leader' },
  { username: 'admin', name: '系统管理员', role: 'admin' },
  { username: 'auditor', name: '审计员', role: 'auditor' },
];
