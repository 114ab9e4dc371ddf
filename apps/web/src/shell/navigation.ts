import type { Permission } from '@xuanpai/contracts/permissions';
import { may } from '@xuanpai/contracts/permissions';
import type { Role } from '@xuanpai/contracts/values';
import type { Dictionary } from '../locales/zh-cn.ts';
import { paths } from '../paths.ts';
import type { IconName } from '../ui/icon.tsx';

type ShellText = Dictionary['shell'];

export interface NavTab {
  label: keyof ShellText['tabs'];
  to: string;
  permission: Permission;
}

export interface NavPage {
  label: keyof ShellText['pages'];
  to: string;
  /** Everybody signed in, where there is none. */
  permission?: Permission;
  /** Addresses of one village or unit that belong to this page; their tabs come with the page. */
  holds?: RegExp;
  /** Tabs that are always the same; those that depend on what is shown come with the page. */
  tabs?: readonly NavTab[];
}

export interface NavGroup {
  label: keyof ShellText['groups'];
  icon: IconName;
  pages: readonly NavPage[];
}

const groups: readonly NavGroup[] = [
  { label: 'workbench', icon: 'home', pages: [{ label: 'workbench', to: paths.workbench }] },
  {
    label: 'selection',
    icon: 'dispatch',
    pages: [
      {
        label: 'batch',
        to: paths.batch,
        permission: 'batches.read',
        tabs: [
          { label: 'overview', to: paths.batch, permission: 'batches.read' },
          { label: 'imports', to: paths.imports, permission: 'imports.write' },
          { label: 'eligibility', to: paths.eligibility, permission: 'nominations.read' },
          { label: 'coverage', to: paths.coverage, permission: 'coverage.read' },
          { label: 'policy', to: paths.policy, permission: 'policy.read' },
        ],
      },
      { label: 'plans', to: paths.plans, permission: 'plans.read' },
      { label: 'consultations', to: paths.consultations, permission: 'consultations.own' },
      {
        label: 'assignments',
        to: paths.assignments,
        permission: 'assignments.read',
        tabs: [
          { label: 'posts', to: paths.assignments, permission: 'assignments.read' },
          { label: 'changes', to: paths.changes, permission: 'assignments.read' },
          { label: 'warnings', to: paths.warnings, permission: 'assignments.read' },
          { label: 'telephones', to: paths.telephones, permission: 'assignments.read' },
          { label: 'letters', to: paths.letters, permission: 'letters.read' },
        ],
      },
    ],
  },
  {
    label: 'registers',
    icon: 'register',
    pages: [
      { label: 'villages', to: paths.villages, permission: 'villages.read' },
      { label: 'units', to: paths.units, permission: 'units.read' },
      { label: 'cadres', to: paths.cadres, permission: 'cadres.read' },
    ],
  },
  {
    label: 'daily',
    icon: 'daily',
    pages: [
      {
        label: 'attendance',
        to: paths.attendance,
        permission: 'attendance.read',
        tabs: [
          { label: 'months', to: paths.attendance, permission: 'attendance.read' },
          { label: 'everybody', to: paths.attendanceDistrict, permission: 'attendance.district' },
          { label: 'leaves', to: paths.leaves, permission: 'leaves.read' },
          { label: 'checks', to: paths.spotChecks, permission: 'spotChecks.read' },
          { label: 'year', to: paths.attendanceSummary, permission: 'attendance.read' },
        ],
      },
      {
        label: 'targets',
        to: paths.targets,
        permission: 'workRules.read',
        holds: /^\/villages\/[^/]+\/targets$/,
        tabs: [
          { label: 'progress', to: paths.targets, permission: 'targets.read' },
          { label: 'appraisals', to: paths.appraisals, permission: 'appraisals.read' },
          { label: 'workRule', to: paths.workRule, permission: 'workRules.read' },
          { label: 'templates', to: paths.targetTemplates, permission: 'targets.read' },
        ],
      },
      {
        label: 'support',
        to: paths.support,
        permission: 'support.read',
        holds: /^\/(villages|units)\/[^/]+\/support$/,
        tabs: [
          { label: 'supportVillages', to: paths.support, permission: 'support.read' },
          { label: 'supportHelp', to: paths.supportHelp, permission: 'support.read' },
          { label: 'supportProjects', to: paths.supportProjects, permission: 'support.read' },
          { label: 'enterprises', to: paths.enterprises, permission: 'enterprises.read' },
        ],
      },
      {
        label: 'inspections',
        to: paths.inspections,
        permission: 'inspections.read',
        holds: /^\/villages\/[^/]+\/inspections$/,
        tabs: [
          { label: 'findings', to: paths.inspections, permission: 'inspections.read' },
          { label: 'visits', to: paths.inspectionVisits, permission: 'inspections.read' },
          { label: 'draws', to: paths.draws, permission: 'inspections.draws' },
          { label: 'leaders', to: paths.leaders, permission: 'inspections.leaders' },
          { label: 'elections', to: paths.elections, permission: 'inspections.read' },
          { label: 'organisation', to: paths.organisation, permission: 'inspections.read' },
        ],
      },
      {
        label: 'trainings',
        to: paths.trainings,
        permission: 'trainings.read',
        tabs: [
          { label: 'sessions', to: paths.trainings, permission: 'trainings.read' },
          { label: 'trained', to: paths.trained, permission: 'trainings.read' },
        ],
      },
      { label: 'examples', to: paths.examples, permission: 'examples.read' },
      { label: 'calendar', to: paths.calendar, permission: 'calendar.read' },
    ],
  },
  {
    label: 'evaluation',
    icon: 'evaluation',
    pages: [
      // A round's own tabs come with its pages: lib/use-round-tabs.
      { label: 'evaluations', to: paths.evaluations, permission: 'evaluations.read' },
      { label: 'termEvaluations', to: paths.termEvaluations, permission: 'evaluations.read' },
      { label: 'gradeFeedback', to: paths.gradeFeedback, permission: 'grades.receive' },
      { label: 'evaluatorTies', to: paths.evaluatorTies, permission: 'evaluations.teams' },
      {
        label: 'benefits',
        to: paths.benefits,
        permission: 'benefits.read',
        tabs: [
          { label: 'benefits', to: paths.benefits, permission: 'benefits.read' },
          { label: 'expenses', to: paths.expenses, permission: 'expenses.read' },
        ],
      },
      {
        label: 'townshipBenefits',
        to: paths.townshipBenefits,
        permission: 'townshipBenefits.read',
      },
      {
        label: 'termEnd',
        to: paths.termEnds,
        permission: 'termEnd.read',
        tabs: [
          { label: 'termPeople', to: paths.termEnds, permission: 'termEnd.read' },
          { label: 'termUnits', to: paths.termUnits, permission: 'termEnd.units' },
        ],
      },
    ],
  },
  {
    label: 'system',
    icon: 'system',
    pages: [
      { label: 'users', to: paths.users, permission: 'users.manage' },
      { label: 'audit', to: paths.audit, permission: 'audit.read' },
    ],
  },
];

/** What the roles may open: groups without pages and pages without permission are left out. */
export function navigationFor(roles: readonly Role[]): NavGroup[] {
  const open = (permission: Permission | undefined) =>
    permission === undefined || may(roles, permission);
  return groups
    .map((group) => ({
      ...group,
      pages: group.pages
        .filter((page) => open(page.permission))
        .map((page) => {
          const tabs = (page.tabs ?? []).filter((tab) => open(tab.permission));
          // Where the page's own tab isn't open, it begins with the first that is.
          const closed =
            page.tabs?.some(({ to }) => to === page.to) && !tabs.some(({ to }) => to === page.to);
          return { ...page, tabs, to: (closed && tabs[0]?.to) || page.to };
        }),
    }))
    .filter((group) => group.pages.length > 0);
}

function covers(to: string, pathname: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}

/** Group and page that an address belongs to. */
export function placeOf(
  navigation: readonly NavGroup[],
  pathname: string,
): { group: NavGroup; page: NavPage } | null {
  for (const group of navigation) {
    const page = group.pages.find(({ holds }) => holds?.test(pathname));
    if (page) return { group, page: { ...page, tabs: [] } };
  }
  for (const group of navigation) {
    const page = group.pages.find(({ to, tabs = [] }) =>
      [to, ...tabs.map((tab) => tab.to)].some((own) => covers(own, pathname)),
    );
    if (page) return { group, page };
  }
  return null;
}
