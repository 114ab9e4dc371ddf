import type {
  AppointmentKind,
  Category,
  ManagementAuthority,
  Post,
  Rank,
  RelativeKind,
  Role,
  Sex,
  Speciality,
  StaffingType,
  Tier,
  UnitKind,
  VillageKind,
  WishKind,
} from './values.ts';

/** What a code is called on pages, in workbooks and letters. `usual` are other names that offices write. */
export interface Word {
  zh: string;
  en: string;
  usual?: readonly string[];
}

export const tierWords = {
  city: { zh: '市直', en: 'City' },
  district: { zh: '区直', en: 'District' },
  township: { zh: '镇街', en: 'Township' },
} as const satisfies Record<Tier, Word>;

export const postWords = {
  firstSecretary: { zh: '第一书记', en: 'First secretary', usual: ['党组织第一书记'] },
  deputySecretary: { zh: '副书记', en: 'Deputy secretary', usual: ['党组织副书记'] },
  secretary: { zh: '书记', en: 'Secretary', usual: ['党组织书记'] },
} as const satisfies Record<Post, Word>;

/** What a plan's points are for. */
export const scorePartWords = {
  match: { zh: '匹配', en: 'Match' },
  deputyMatch: { zh: '副职匹配', en: 'Deputy’s match' },
  rank: { zh: '职级', en: 'Rank' },
  pair: { zh: '同单位搭班', en: 'One unit' },
  inversion: { zh: '职级倒挂', en: 'Inverted ranks' },
  home: { zh: '家乡镇街', en: 'Home township' },
  balance: { zh: '均衡', en: 'Balance' },
  leadingBody: { zh: '班子成员', en: 'Leading body' },
  preferred: { zh: '照顾意向', en: 'Preference kept' },
  unfilled: { zh: '空缺', en: 'Empty' },
  published: { zh: '改动已印发', en: 'Issued post changed' },
  splitUnit: { zh: '单位分散', en: 'Unit spread' },
} as const satisfies Record<string, Word>;

export const wishKindWords = {
  pin: { zh: '锁定', en: 'Pinned' },
  banVillage: { zh: '禁配', en: 'Not there' },
  banTownship: { zh: '单位禁配', en: 'Unit not there' },
  together: { zh: '同村', en: 'Together' },
  apart: { zh: '分开', en: 'Apart' },
  prefer: { zh: '优先', en: 'Preferred' },
} as const satisfies Record<WishKind, Word>;

export const relativeKindWords = {
  spouse: { zh: '夫妻', en: 'Spouse' },
  direct: { zh: '直系血亲', en: 'Direct relative' },
  collateral: { zh: '三代以内旁系血亲', en: 'Near collateral relative' },
  inLaw: { zh: '近姻亲', en: 'Near in-law' },
} as const satisfies Record<RelativeKind, Word>;

export const appointmentKindWords = {
  appointed: { zh: '任职', en: 'Appointed' },
  attached: { zh: '挂职', en: 'Attached' },
  direct: { zh: '直接任职', en: 'Directly appointed' },
} as const satisfies Record<AppointmentKind, Word>;

export const staffingTypeWords = {
  administrative: { zh: '行政', en: 'Administrative', usual: ['行政编制', '公务员'] },
  civilReference: {
    zh: '参公',
    en: 'Civil-service reference',
    usual: ['参公管理', '参照公务员法管理'],
  },
  institution: { zh: '事业', en: 'Institution', usual: ['事业编制', '事业单位'] },
  enterprise: { zh: '国有企业', en: 'State enterprise', usual: ['企业', '国企'] },
} as const satisfies Record<StaffingType, Word>;

export const rankWords = {
  clerk: { zh: '科员', en: 'Clerk', usual: ['科员级'] },
  deputySection: { zh: '副科级', en: 'Deputy section head', usual: ['副科'] },
  section: { zh: '正科级', en: 'Section head', usual: ['正科', '科级'] },
  institutionManagement: { zh: '事业管理岗', en: 'Institution management', usual: ['管理岗'] },
} as const satisfies Record<Rank, Word>;

export const villageKindWords = {
  communityBuilding: {
    zh: '社区建设任务村',
    en: 'Community building',
    usual: ['社区建设', '社区建设村'],
  },
  modelSecretary: { zh: '示范书记村', en: 'Model secretary', usual: ['示范书记', '“示范书记”村'] },
  weakLax: { zh: '软弱涣散村', en: 'Weak and lax', usual: ['软弱涣散', '“软弱涣散”村'] },
  lagging: { zh: '相对后进村', en: 'Lagging', usual: ['相对后进', '后进村'] },
} as const satisfies Record<VillageKind, Word>;

export const categoryWords = {
  sectionCadre: { zh: '科级干部', en: 'Section-level cadre' },
  youngCadre: { zh: '优秀年轻干部', en: 'Excellent young cadre' },
  leadingBody: {
    zh: '班子成员',
    en: 'Leading-body member',
    usual: ['党政领导班子成员', '领导班子成员'],
  },
  officeCadre: { zh: '优秀机关干部', en: 'Excellent office cadre', usual: ['机关干部'] },
} as const satisfies Record<Category, Word>;

export const specialityWords = {
  partyBuilding: { zh: '党建', en: 'Party building' },
  governance: { zh: '治理', en: 'Governance' },
  industry: { zh: '产业', en: 'Industry' },
  funding: { zh: '资金项目', en: 'Funds and projects', usual: ['资金', '项目资金'] },
  publicService: { zh: '公共服务', en: 'Public services' },
  infrastructure: { zh: '基础设施', en: 'Infrastructure' },
  general: { zh: '综合', en: 'General' },
} as const satisfies Record<Speciality, Word>;

export const unitKindWords = {
  partyGovernment: { zh: '党政机关', en: 'Party and government' },
  institution: { zh: '事业单位', en: 'Institution' },
  enterprise: { zh: '国有企业', en: 'State enterprise', usual: ['企业'] },
  townshipOffice: { zh: '镇街机关', en: 'Township office' },
} as const satisfies Record<UnitKind, Word>;

export const sexWords = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
} as const satisfies Record<Sex, Word>;

export const managementAuthorityWords = {
  district: { zh: '区管', en: 'Managed by the district' },
  unit: { zh: '单位管', en: 'Managed by the unit' },
  superior: { zh: '上级垂管', en: 'Managed from above' },
} as const satisfies Record<ManagementAuthority, Word>;

export const roleWords = {
  planner: { zh: '区委组织部', en: 'Planner' },
  office: { zh: '选派办', en: 'Dispatch office' },
  officer: { zh: '镇街组织干事', en: 'Township officer' },
  head: { zh: '镇街党委负责人', en: 'Township head' },
  evaluator: { zh: '考核组', en: 'Evaluator' },
  inspector: { zh: '督查组', en: 'Inspector' },
  liaison: { zh: '派出单位联络员', en: 'Unit liaison' },
  leader: { zh: '区领导', en: 'District leader' },
  admin: { zh: '系统管理', en: 'Administrator' },
  auditor: { zh: '审计', en: 'Auditor' },
} as const satisfies Record<Role, Word>;
