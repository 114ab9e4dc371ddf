import { z } from 'zod';

/**
 * The lists of the field: the codes in tables and API; their words stand in `words.ts`. What they mean
 * and their clauses: `docs/domain.md`. What a rank or a staffing type entails is policy.
 */
export const tiers = ['city', 'district', 'township'] as const;
export const posts = ['firstSecretary', 'deputySecretary', 'secretary'] as const;
export const appointmentKinds = ['appointed', 'attached', 'direct'] as const;
export const staffingTypes = [
  'administrative',
  'civilReference',
  'institution',
  'enterprise',
] as const;
export const ranks = ['clerk', 'deputySection', 'section', 'institutionManagement'] as const;
export const villageKinds = ['communityBuilding', 'modelSecretary', 'weakLax', 'lagging'] as const;
export const categories = ['sectionCadre', 'youngCadre', 'leadingBody', 'officeCadre'] as const;
export const specialities = [
  'partyBuilding',
  'governance',
  'industry',
  'funding',
  'publicService',
  'infrastructure',
  'general',
] as const;
export const unitKinds = [
  'partyGovernment',
  'institution',
  'enterprise',
  'townshipOffice',
] as const;
export const sexes = ['male', 'female'] as const;
export const regionLevels = ['district', 'township', 'village'] as const;
export const assignmentStates = ['inForce', 'revoked'] as const;
export const managementAuthorities = ['district', 'unit', 'superior'] as const;
/** What a planner may ask of a plan beyond the policy. */
export const wishKinds = [
  'pin',
  'banVillage',
  'banTownship',
  'together',
  'apart',
  'prefer',
] as const;
/** E8: spouse, direct and near collateral relatives, near in-laws. */
export const relativeKinds = ['spouse', 'direct', 'collateral', 'inLaw'] as const;
export const roles = [
  'planner',
  'office',
  'officer',
  'head',
  'evaluator',
  'inspector',
  'liaison',
  'leader',
  'admin',
  'auditor',
] as const;

export const tierSchema = z.enum(tiers);
export const postSchema = z.enum(posts);
export const appointmentKindSchema = z.enum(appointmentKinds);
export const staffingTypeSchema = z.enum(staffingTypes);
export const rankSchema = z.enum(ranks);
export const villageKindSchema = z.enum(villageKinds);
export const categorySchema = z.enum(categories);
export const specialitySchema = z.enum(specialities);
export const unitKindSchema = z.enum(unitKinds);
export const sexSchema = z.enum(sexes);
export const regionLevelSchema = z.enum(regionLevels);
/** How a post is left, beside the end of the term: 调整人选, 调回, 互换任职村, 任期届满登记. */
export const leavingSchema = z.enum(['replaced', 'withdrawn', 'exchanged', 'ended']);
export const assignmentStateSchema = z.enum(assignmentStates);
export const managementAuthoritySchema = z.enum(managementAuthorities);
export const wishKindSchema = z.enum(wishKinds);
export const relativeKindSchema = z.enum(relativeKinds);
export const roleSchema = z.enum(roles);

export type Tier = z.infer<typeof tierSchema>;
export type Post = z.infer<typeof postSchema>;
export type AppointmentKind = z.infer<typeof appointmentKindSchema>;
export type StaffingType = z.infer<typeof staffingTypeSchema>;
export type Rank = z.infer<typeof rankSchema>;
export type VillageKind = z.infer<typeof villageKindSchema>;
export type Category = z.infer<typeof categorySchema>;
export type Speciality = z.infer<typeof specialitySchema>;
export type UnitKind = z.infer<typeof unitKindSchema>;
export type Sex = z.infer<typeof sexSchema>;
export type RegionLevel = z.infer<typeof regionLevelSchema>;
export type ManagementAuthority = z.infer<typeof managementAuthoritySchema>;
export type WishKind = (typeof wishKinds)[number];
export type RelativeKind = (typeof relativeKinds)[number];
export type Role = z.infer<typeof roleSchema>;

/**
 * A day of the calendar, `YYYY-MM-DD`, without time or zone; of the years 1900 to 2100, as in
 * workbooks, so that a slip of the pen isn't kept and a year more or less is still a day.
 */
export const plainDateSchema = z.iso
  .date()
  .check(({ value, issues }) => {
    if (value >= '1900-01-01' && value <= '2100-12-31') return;
    issues.push({ code: 'invalid_format', format: 'date', input: value });
  })
  .brand<'PlainDate'>();
export type PlainDate = z.infer<typeof plainDateSchema>;

/** Money in yuan with two decimals, as text: `"30000.00"`. */
export const moneySchema = z.string().regex(/^-?\d{1,12}\.\d{2}$/);

/** Zero-width characters and the like, as web pages leave them in what is copied. */
const unseen = /\p{Cf}/gu;

/** Nothing at all is for `min` to say. */
const somethingToSee = /^$|[^\s\p{C}]/u;

/** Text that somebody types. What can't be seen is left out first: a name of it would be none. */
export function writtenText(least: number, longest: number) {
  return z
    .string()
    .overwrite((text) => text.replace(unseen, ''))
    .trim()
    .min(least)
    .max(longest)
    .regex(somethingToSee);
}

export const idSchema = z.uuid();
export const versionSchema = z.int().positive();

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Any JSON value; what it must be is said by the rule that reads it. */
export const jsonSchema = z.custom<Json>((value) => value !== undefined);

/**
 * Of a day that is over: what had been entered, confirmed and decided by then (`thatDay`, unless asked
 * otherwise), or what is known of it by now.
 */
export const knownSchema = z.enum(['thatDay', 'now']);
export type Known = z.infer<typeof knownSchema>;

/** A day to look at, as it stood at its end, and what is known of it; today where none is given. */
export const dayQuery = z.object({
  on: plainDateSchema.exactOptional(),
  known: knownSchema.exactOptional(),
});
